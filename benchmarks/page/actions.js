// What is done to each page, as its own user would do it. `filter` leaves one type of node out.
(() => {
  const empty = (network, canvas) => {
    const box = canvas.getBoundingClientRect();
    for (let step = 0; step < 900; step += 1) {
      const x = 200 + 13 * (step % 30);
      const y = 200 + 13 * Math.floor(step / 30);
      if (network.getNodeAt({ x, y }) === undefined) { return [box.left + x, box.top + y]; }
    }
    return [box.left + 5, box.top + 5];
  };

  const kg = {
    spot: () => empty(kgPage.network, document.querySelector("#canvas canvas")),
    filter: (type, plural) => Array.from(document.querySelectorAll("#filters label"))
      .find((label) => label.textContent.startsWith(plural)).querySelector("input").click(),
    choose: (id) => kgPage.select({ node: id }),
    ego: () => document.getElementById("only").click(),
    search: (name) => {
      const box = document.getElementById("search");
      box.focus();
      box.value = name;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    },
    clear: () => { document.activeElement.blur(); kgPage.select({}); },
    panel: () => document.querySelector("#panel h2").textContent,
    showAll: () => document.getElementById("show-all").click()
  };

  const pyvis = {
    spot: () => empty(network, document.querySelector("#mynetwork canvas")),
    filter: (type) => filterHighlight({ nodes: nodes.get().filter((node) => node.type !== type).map((node) => node.id) }),
    choose: (id) => neighbourhoodHighlight({ nodes: [id] }),
    ego: (id) => filterHighlight({ nodes: [id, ...network.getConnectedNodes(id)] }),
    clear: () => filterHighlight({ nodes: [] })
  };

  const change = (isLeft, style) => {
    const { graph, renderer } = drawn;
    renderer.setSetting("nodeReducer", (id, values) => (isLeft(id) ? values : { ...values, ...style }));
    renderer.setSetting("edgeReducer", (id, values) =>
      (isLeft(graph.source(id)) && isLeft(graph.target(id)) ? values : { ...values, ...style }));
  };
  const isNear = (id) => {
    const near = new Set([String(id), ...drawn.graph.neighbors(id)]);
    return (other) => near.has(other);
  };
  const sigma = {
    spot: () => [300, 400],
    filter: (type) => change((id) => drawn.graph.getNodeAttribute(id, "kind") !== type, { hidden: true }),
    choose: (id) => change(isNear(id), { color: "#dddddd", label: null }),
    ego: (id) => change(isNear(id), { hidden: true }),
    clear: () => change(() => true, {})
  };

  return { kg, pyvis, sigma };
})()
