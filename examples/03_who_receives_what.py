"""Ask the sharing graph who receives what. Run from the top folder: python examples/03_who_receives_what.py"""

from datetime import date

import networkx as nx

import ropa

register = ropa.load("examples/bakery/register.yaml")
graph = ropa.sharing_graph(register, on=date(2026, 6, 1))
names = nx.get_node_attributes(graph, "name")

print("Who receives names, and as what:")
for _, recipient, flow in graph.edges(data=True):
    if "name" in flow["personal_data"] and flow["role"]:
        role = "sub-processor" if flow["sub_processor"] else " or ".join(flow["role"])
        print(f"  {names[recipient]}: {role}, for {flow['activity']}")

print("\nThe chain behind the web shop, for one activity:")
orders = graph.edge_subgraph(
    edge for edge, activity in nx.get_edge_attributes(graph, "activity").items() if activity == "bestellingen"
)
for depth, layer in enumerate(nx.bfs_layers(orders, "party:toonbank")):
    for node in layer:
        print(f"  {'  ' * depth}{names[node]}")

print("\nWhere most flows come together:")
busiest = sorted(graph.in_degree(), key=lambda node: (-node[1], node[0]))[:2]
for node, degree in busiest:
    print(f"  {names[node]}: {degree} flows")
