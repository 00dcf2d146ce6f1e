// Prints, as JSON, what the readers of Gephi Lite find in a GraphML and a GEXF file.
const fs = require("fs");
const Graph = require("graphology");
const graphml = require("graphology-graphml");
const gexf = require("graphology-gexf");

function describe(graph) {
  return {
    nodes: graph.order,
    edges: graph.size,
    labels: graph.mapNodes((node, attributes) => attributes.label).sort(),
    relations: graph.mapEdges((edge, attributes, source, target) => [source, attributes.label, target].join("\t")).sort(),
    weights: graph.mapEdges((edge, attributes) => Number(attributes.weight)).sort(),
  };
}

const [graphmlPath, gexfPath] = process.argv.slice(2);
const read = (path) => fs.readFileSync(path, "utf8");
console.log(JSON.stringify({
  graphml: describe(graphml.parse(Graph, read(graphmlPath), { addMissingNodes: false })),
  gexf: describe(gexf.parse(Graph, read(gexfPath), { addMissingNodes: false })),
}));
