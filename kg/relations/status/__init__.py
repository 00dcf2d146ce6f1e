"""How a claim is put: polarity, modality, holder, tense, quotation, intention, denial."""
