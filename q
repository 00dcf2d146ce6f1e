The Kremlin insisted that Georgia pull its troops back from South Ossetia.
The Kabul bombing killed 40 people in India's embassy.
Japan insists that China rammed a Japanese trawler.
