#!/usr/bin/env python3
"""Runs operations of another library and writes the records that `benchmarks --json` writes.

  peers.py --lib igraph --graph rmat-12.tsv --ops harmonic,betweenness --threads 1

Operations have the names of `benchmarks`; one that a library lacks is left out. What each result
is scaled by is evened out after timing, so that results can be compared: betweenness counts each
pair once, closeness is that of Wasserman and Faust, eigenvectors have the greatest entry 1, reach
leaves out the node itself.
"""

import argparse
import json
import os
import resource
import statistics
import sys
import time
from pathlib import Path


def peak_megabytes(reset=False):
    """The most memory since the last reset; where it cannot be reset, since the start."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5")
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def scores(values):
    """What identifies a score of each node up to rounding, in the form of `benchmarks`."""
    import numpy as np

    array = np.nan_to_num(np.asarray(values, dtype=float))
    best = np.lexsort((np.arange(len(array)), -np.round(array, 12)))[:5]
    count = min(16, len(array))
    return {
        "n": len(array), "sum": float(array.sum()), "max": float(array.max()),
        "top5": [int(node) for node in best],
        "probe": [float(array[i * len(array) // count]) for i in range(count)],
    }


def by_maximum(values):
    import numpy as np

    array = np.abs(np.asarray(values, dtype=float))
    return scores(array / array.max())


def parts(labels):
    import numpy as np

    sizes = np.unique(np.asarray(labels), return_counts=True)[1]
    return {"parts": len(sizes), "largest": int(sizes.max())}


def steps(distances):
    reached = [d for d in distances if d < 1e18]
    return {"reached": len(reached), "sum": sum(reached)}


TRIADS = (
    "003 012 102 021d 021u 021c 111d 111u 030t 030c 201 120d 120u 120c 210 300").split()


def length(u, v):
    """The distance that `benchmarks` gives to an edge."""
    u, v = min(u, v), max(u, v)
    return 1 + (7919 * u + 104729 * v) % 10


def directed(edges):
    """The arcs that `benchmarks` makes of edges: each upwards, and every third back as well."""
    arcs = []
    for u, v in edges:
        u, v = min(u, v), max(u, v)
        arcs.append((u, v))
        if (7919 * u + 104729 * v) % 3 == 0:
            arcs.append((v, u))
    return arcs


def marks(count, nodes):
    found = [0] * count
    for node in nodes:
        found[node] = 1
    return scores(found)


class Igraph:
    def __init__(self, path, threads):
        import igraph

        self.version = igraph.__version__
        self.load = lambda: igraph.Graph.Read_Edgelist(path, directed=False)
        self.graph = g = self.load()
        self.size = (g.vcount(), g.ecount())
        degrees = g.degree()
        source = degrees.index(max(degrees))

        def lengths():
            return [length(*edge.tuple) for edge in g.es]

        def with_directions():
            return igraph.Graph(n=g.vcount(), edges=directed(g.get_edgelist()), directed=True)

        def wasserman_faust(values):
            labels = g.connected_components()
            sizes = labels.sizes()
            return scores([
                value * (sizes[part] - 1) / (g.vcount() - 1) if value == value else 0
                for value, part in zip(values, labels.membership)])

        n, m, k = g.vcount(), g.ecount(), max(1, g.ecount() // g.vcount())
        groups, inside, between = planted_groups(n, m)

        self.operations = {
            "make-gnm": (lambda: igraph.Graph.Erdos_Renyi(n=n, m=m), made),
            "make-gnp": (lambda: igraph.Graph.Erdos_Renyi(n=n, p=2 * m / n / (n - 1)), made),
            "make-ba": (lambda: igraph.Graph.Barabasi(n, k), made),
            "make-ws": (lambda: igraph.Graph.Watts_Strogatz(1, n, k, 0.05), made),
            "make-configuration": (
                lambda: igraph.Graph.Degree_Sequence(degrees, method="configuration"), made),
            "make-simple": (
                lambda: igraph.Graph.Degree_Sequence(degrees, method="edge_switching_simple"), made),
            "make-rewired": (
                lambda: self.prepared.rewire(n=10 * m), made, lambda: self.graph.copy()),
            "make-groups": (
                lambda: igraph.Graph.SBM(
                    [[inside if i == j else between for j in range(groups)]
                     for i in range(groups)], [100] * groups), made),
            "load": (self.load, lambda g: {"n": g.vcount(), "m": g.ecount()}),
            "read-pajek": (
                lambda: igraph.Graph.Read_Pajek(path + ".net"), lambda g: {"ties": g.ecount()}),
            "read-gml": (
                lambda: igraph.Graph.Read_GML(path + ".gml"), lambda g: {"ties": g.ecount()}),
            "read-graphml": (
                lambda: igraph.Graph.Read_GraphML(path + ".graphml"),
                lambda g: {"ties": g.ecount()}),
            # Its own binary form: that of Python.
            "open-knowwho": (
                lambda: igraph.Graph.Read_Pickle(path + ".pickle"),
                lambda g: {"ties": g.ecount()}, lambda: g.write_pickle(path + ".pickle")),
            "graph-knowwho": (
                lambda: igraph.Graph.Read_Pickle(path + ".pickle"),
                lambda g: {"ties": g.ecount()}, lambda: g.write_pickle(path + ".pickle")),
            "degree": (g.degree, scores),
            "bfs": (lambda: g.distances(source=[source])[0], steps),
            "cc": (lambda: g.connected_components().membership, parts),
            "pagerank": (lambda: g.pagerank(damping=0.85, implementation="prpack"), scores),
            "betweenness": (g.betweenness, scores),
            "edge_betweenness": (g.edge_betweenness, both_arcs(g)),
            "betweenness_lengths": (
                lambda: g.betweenness(weights=self.prepared), scores, lengths),
            "closeness": (g.closeness, wasserman_faust),
            "harmonic": (lambda: g.harmonic_centrality(normalized=False), scores),
            "reach2": (lambda: g.neighborhood_size(order=2), minus_one),
            "reach3": (lambda: g.neighborhood_size(order=3), minus_one),
            "ecc": (g.eccentricity, scores),
            "diameter": (lambda: g.diameter(directed=False), lambda d: {"diameter": d}),
            "apsp_avg": (g.average_path_length, lambda mean: {"avg": mean}),
            "triangles": (lambda: g.transitivity_local_undirected(mode="zero"), scores),
            "eigenvector": (lambda: g.eigenvector_centrality(scale=True), by_maximum),
            "constraint": (g.constraint, scores),
            "kcore": (g.coreness, scores),
            "biconnected": (
                lambda: g.biconnected_components(return_articulation_points=True)[1],
                lambda nodes: marks(n, nodes)),
            "reciprocity": (
                lambda: self.prepared.reciprocity(), lambda share: {"reciprocity": share},
                with_directions),
            "census": (
                lambda: self.prepared.triad_census(),
                lambda census: scores(tuple(census)), with_directions),
            "assortativity": (
                lambda: g.assortativity_degree(directed=False),
                lambda value: {"assortativity": value}),
            "cliques": (g.maximal_cliques, lambda found: {"cliques": len(found)}),
            "leiden": (
                lambda: g.community_leiden(objective_function="modularity", n_iterations=2),
                modularity),
            "louvain": (g.community_multilevel, modularity),
        }


def made(graph):
    """Libraries draw different graphs: nothing of them is compared."""
    return {}


def planted_groups(n, m):
    """Groups of 100 that have half of the edges within, half across, as in `benchmarks`."""
    groups = max(2, n // 100)
    inside = min(1, m / 2 / (groups * 4950))
    return groups, inside, min(1, m / 2 / (groups * (groups - 1) / 2 * 10000))


def modularity(found):
    return {"modularity": found.modularity}


def both_arcs(g):
    """Scores of edges as those of arcs, ordered by their two ends."""
    def arcs(values):
        pairs = [(*edge.tuple, value) for edge, value in zip(g.es, values)]
        rows = sorted(pairs + [(v, u, value) for u, v, value in pairs])
        return scores([value for _, _, value in rows])
    return arcs


def minus_one(counts):
    return scores([count - 1 for count in counts])


class Networkit:
    def __init__(self, path, threads):
        import networkit as nk

        nk.setNumberOfThreads(threads)
        self.version = nk.__version__
        self.load = lambda: nk.graphio.EdgeListReader("\t", 0, "#", True, False).read(path)
        self.graph = g = self.load()
        nodes = range(g.numberOfNodes())
        self.size = (g.numberOfNodes(), g.numberOfEdges())
        degrees = [g.degree(u) for u in nodes]
        source = degrees.index(max(degrees))
        central, distance, components = nk.centrality, nk.distance, nk.components
        of = lambda algorithm: scores(algorithm.scores())
        halved = lambda algorithm: scores([score / 2 for score in algorithm.scores()])

        def page_rank():
            algorithm = central.PageRank(g, 0.85, 1e-10)
            algorithm.norm = central.Norm.L1_NORM
            algorithm.maxIterations = 10000
            return algorithm.run()

        def with_lengths():
            weighted = nk.Graph(g.numberOfNodes(), weighted=True)
            g.forEdges(lambda u, v, weight, edge: weighted.addEdge(u, v, length(u, v)))
            return weighted

        def connected():
            return components.ConnectedComponents.extractLargestConnectedComponent(g, True)

        def diameter():
            algorithm = distance.Diameter(self.prepared, algo=distance.DiameterAlgo.EXACT)
            return algorithm.run()

        def articulation(found):
            times = [0] * g.numberOfNodes()
            for component in found.getComponents():
                for node in component:
                    times[node] += 1
            return scores([1 if number > 1 else 0 for number in times])

        def found_quality(algorithm):
            quality = nk.community.Modularity().getQuality(algorithm.getPartition(), g)
            return {"modularity": quality}

        def top_harmonic(found):
            best = [score / (g.numberOfNodes() - 1) for score in found.topkScoresList()]
            return {"n": len(best), "sum": sum(best), "max": max(best)}

        def all_components():
            kind = components.ParallelConnectedComponents if threads > 1 else (
                components.ConnectedComponents)
            return kind(g).run()

        n, m = self.size
        k = max(1, m // n)
        groups, inside, between = planted_groups(n, m)
        generators = nk.generators

        self.operations = {
            "make-gnp": (
                lambda: generators.ErdosRenyiGenerator(n, 2 * m / n / (n - 1)).generate(), made),
            "make-ba": (
                lambda: generators.BarabasiAlbertGenerator(k, n, 0, True).generate(), made),
            "make-ws": (lambda: generators.WattsStrogatzGenerator(n, k, 0.05).generate(), made),
            "make-configuration": (
                lambda: generators.ConfigurationModelGenerator(degrees).generate(), made),
            "make-simple": (
                lambda: generators.EdgeSwitchingMarkovChainGenerator(
                    degrees, False, 10).generate(), made),
            "make-rewired": (lambda: nk.randomization.EdgeSwitching(g, 10).run().getGraph(), made),
            "make-groups": (
                lambda: generators.ClusteredRandomGraphGenerator(
                    100 * groups, groups, inside, between).generate(), made),
            "make-rmat": (
                lambda: generators.RmatGenerator(
                    n.bit_length() - 1, 16, 0.57, 0.19, 0.19, 0.05).generate(), made),
            "load": (self.load, lambda g: {"n": g.numberOfNodes(), "m": g.numberOfEdges()}),
            # Its own binary form.
            **{name: (
                lambda: nk.readGraph(path + ".nkb", nk.Format.NetworkitBinary),
                lambda g: {"ties": g.numberOfEdges()},
                lambda: nk.writeGraph(g, path + ".nkb", nk.Format.NetworkitBinary))
               for name in ("open-knowwho", "graph-knowwho")},
            "degree": (lambda: central.DegreeCentrality(g).run(), of),
            "bfs": (lambda: distance.BFS(g, source, False).run(),
                    lambda search: steps(search.getDistances())),
            "cc": (all_components, lambda found: parts(found.getPartition().getVector())),
            "pagerank": (page_rank, of),
            "betweenness": (lambda: central.Betweenness(g).run(), halved),
            "betweenness_lengths": (
                lambda: central.Betweenness(self.prepared).run(), halved, with_lengths),
            "closeness": (
                lambda: central.Closeness(
                    g, False, central.ClosenessVariant.GENERALIZED).run(), of),
            "harmonic": (lambda: central.HarmonicCloseness(g, False).run(), of),
            # Its scores are twice the share that its error bounds, so only their number is compared.
            "betweenness_sampled": (
                lambda: central.KadabraBetweenness(g, 0.01, 0.1).run(),
                lambda found: {"n": len(found.scores())}),
            "harmonic_top10": (lambda: central.TopHarmonicCloseness(g, 10).run(), top_harmonic),
            "harmonic_top100": (lambda: central.TopHarmonicCloseness(g, 100).run(), top_harmonic),
            "ecc": (lambda: [distance.Eccentricity.getValue(g, u)[1] for u in nodes], scores),
            "diameter": (diameter, lambda found: {"diameter": found.getDiameter()[0]}, connected),
            "triangles": (
                lambda: central.LocalClusteringCoefficient(g, turbo=True).run(), of),
            # It stops when the vector's length changes by less than that: at 1e-12 the residual is
            # still 1e-8 λ on R-MAT graphs, at 1e-14 within the 1e-12 λ of ours.
            "eigenvector": (
                lambda: central.EigenvectorCentrality(g, 1e-14).run(),
                lambda found: by_maximum(found.scores())),
            "kcore": (lambda: central.CoreDecomposition(g).run(), of),
            "biconnected": (lambda: components.BiconnectedComponents(g).run(), articulation),
            "assortativity": (
                lambda: nk.correlation.Assortativity(g, self.prepared).run(),
                lambda found: {"assortativity": found.getCoefficient()},
                lambda: [float(degree) for degree in degrees]),
            "cliques": (
                lambda: nk.clique.MaximalCliques(g).run(),
                lambda found: {"cliques": len(found.getCliques())}),
            "leiden": (lambda: nk.community.ParallelLeiden(g, iterations=2).run(), found_quality),
            "louvain": (lambda: nk.community.PLM(g, refine=False).run(), found_quality),
        }


class Networkx:
    def __init__(self, path, threads):
        import networkx as nx

        self.version = nx.__version__
        self.load = lambda: nx.read_edgelist(path, nodetype=int)
        self.graph = g = self.load()
        count = g.number_of_nodes()
        self.size = (count, g.number_of_edges())
        source = max(range(count), key=lambda u: (g.degree(u), -u))
        of = lambda by_node: scores([by_node[u] for u in range(count)])

        def reach(limit):
            search = nx.single_source_shortest_path_length
            return {u: len(search(g, u, cutoff=limit)) - 1 for u in g}

        def lengths():
            nx.set_edge_attributes(g, {edge: length(*edge) for edge in g.edges}, "length")

        def with_directions():
            graph = nx.DiGraph()
            graph.add_nodes_from(range(count))
            graph.add_edges_from(directed(g.edges))
            return graph

        def trusses():
            """The truss number of each arc, the arcs by their ends."""
            numbers, level, rest = {edge: 2 for edge in map(frozenset, g.edges)}, 3, g
            while rest.number_of_edges():
                rest = nx.k_truss(rest, level)
                for edge in map(frozenset, rest.edges):
                    numbers[edge] = level
                level += 1
            arcs = sorted((u, v) for edge in g.edges for u, v in (edge, edge[::-1]))
            return [numbers[frozenset(arc)] for arc in arcs]

        def eccentricities():
            search = nx.single_source_shortest_path_length
            return {u: max(search(g, u).values()) for u in g}

        self.operations = {
            "load": (self.load, lambda g: {"n": g.number_of_nodes(), "m": g.number_of_edges()}),
            "read-gexf": (
                lambda: nx.read_gexf(path + ".gexf"), lambda g: {"ties": g.number_of_edges()}),
            "read-graphml": (
                lambda: nx.read_graphml(path + ".graphml"),
                lambda g: {"ties": g.number_of_edges()}),
            "read-json": (
                lambda: nx.node_link_graph(json.loads(Path(path + ".json").read_text())),
                lambda g: {"ties": g.number_of_edges()}),
            "degree": (lambda: dict(g.degree()), of),
            "bfs": (lambda: nx.single_source_shortest_path_length(g, source),
                    lambda found: steps(found.values())),
            "cc": (lambda: list(nx.connected_components(g)),
                   lambda sets: {"parts": len(sets), "largest": max(map(len, sets))}),
            "pagerank": (
                lambda: nx.pagerank(g, alpha=0.85, tol=1e-10 / count, max_iter=10000), of),
            "betweenness": (lambda: nx.betweenness_centrality(g, normalized=False), of),
            "betweenness_lengths": (
                lambda: nx.betweenness_centrality(g, normalized=False, weight="length"), of,
                lengths),
            "closeness": (lambda: nx.closeness_centrality(g), of),
            "harmonic": (lambda: nx.harmonic_centrality(g), of),
            "reach2": (lambda: reach(2), of),
            "reach3": (lambda: reach(3), of),
            "ecc": (eccentricities, of),
            "triangles": (lambda: nx.clustering(g), of),
            "eigenvector": (
                lambda: nx.eigenvector_centrality_numpy(g),
                lambda found: by_maximum([found[u] for u in range(count)])),
            "constraint": (lambda: nx.constraint(g), of),
            "effective_size": (lambda: nx.effective_size(g), of),
            "kcore": (lambda: nx.core_number(g), of),
            "biconnected": (
                lambda: list(nx.articulation_points(g)), lambda nodes: marks(count, nodes)),
            "reciprocity": (
                lambda: nx.overall_reciprocity(self.prepared),
                lambda share: {"reciprocity": share}, with_directions),
            "census": (
                lambda: nx.triadic_census(self.prepared),
                lambda census: scores([census[name.upper()] for name in TRIADS]),
                with_directions),
            "assortativity": (
                lambda: nx.degree_assortativity_coefficient(g),
                lambda value: {"assortativity": value}),
            "cliques": (
                lambda: sum(1 for _ in nx.find_cliques(g)), lambda found: {"cliques": found}),
            "truss": (trusses, scores),
            # Of connected graphs only.
            "current_flow_closeness": (lambda: nx.current_flow_closeness_centrality(g), of),
            "current_flow_betweenness": (lambda: nx.current_flow_betweenness_centrality(g), of),
            "louvain": (
                lambda: nx.community.louvain_communities(g, seed=1),
                lambda found: {"modularity": nx.community.modularity(g, found)}),
        }


class Scipy:
    """Matrices: reads the file that `benchmarks` has written beside the edge list."""

    def __init__(self, path, threads):
        import scipy
        import scipy.io

        scipy.io._fast_matrix_market.PARALLELISM = threads
        self.version = scipy.__version__
        self.size = (0, 0)
        # Undirected ties are read at both ends.
        self.operations = {
            "read-mtx": (
                lambda: scipy.io.mmread(path + ".mtx"), lambda found: {"ties": found.nnz // 2}),
        }


class Skbio:
    """Comparisons of matrices: Mantel's test with Pearson's correlation is QAP correlation."""

    def __init__(self, path, threads):
        import numpy as np
        import skbio
        from skbio.stats.distance import DistanceMatrix, mantel

        self.version = skbio.__version__
        edges = np.loadtxt(path, dtype=int, ndmin=2)
        count = int(edges.max()) + 1
        self.size = (count, len(edges))
        ties = np.zeros((count, count))
        ties[edges[:, 0], edges[:, 1]] = ties[edges[:, 1], edges[:, 0]] = 1
        low, high = np.minimum.outer(*[np.arange(count)] * 2), np.maximum.outer(*[np.arange(count)] * 2)
        lengths = 1.0 + (7919 * low + 104729 * high) % 10
        np.fill_diagonal(lengths, 0)

        def pair(matrix):
            other = np.empty_like(matrix)
            place = (7 * np.arange(count) + 3) % count
            other[np.ix_(place, place)] = matrix
            return DistanceMatrix(matrix), DistanceMatrix(other)

        def qap(matrix):
            matrices = pair(matrix)
            return (
                lambda: mantel(*matrices, permutations=10000, alternative="greater"),
                lambda found: {"correlation": float(found[0])})

        self.operations = {"qap": qap(ties), "qap_valued": qap(lengths)}


LIBRARIES = {"scipy": Scipy, "skbio": Skbio, "igraph": Igraph, "networkit": Networkit, "networkx": Networkx}


def measure(library, name, trials):
    """Warms an operation up, times it and records it: the rules of `benchmarks`."""
    run, checksum, prepare = (*library.operations[name], None)[:3]
    library.prepared = prepare() if prepare else None
    base = peak_megabytes(reset=True)
    wall, cpu = [], []

    def once():
        cpu_before, wall_before = time.process_time(), time.perf_counter()
        result = run()
        wall.append(time.perf_counter() - wall_before)
        cpu.append(time.process_time() - cpu_before)
        return result

    result = once()
    warm_up = cpu[0]
    if trials or warm_up < 3:
        wall.clear()
        cpu.clear()
        for _ in range(trials or (101 if warm_up < 1e-3 else 7 if warm_up < 0.1 else 3)):
            result = None
            result = once()
    peak = peak_megabytes()
    return {
        "trials": len(wall), "min": {"wall": min(wall), "cpu": min(cpu)},
        "median": {"wall": statistics.median(wall), "cpu": statistics.median(cpu)},
        "wall": wall, "cpu": cpu, "base_mb": base, "peak_mb": peak, "checksum": checksum(result),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lib", required=True, choices=LIBRARIES)
    parser.add_argument("--graph", required=True)
    parser.add_argument("--ops", default="all")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--trials", type=int)
    options = parser.parse_args()
    # Before the library is loaded: it may count processors only once.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = str(options.threads)
    library = LIBRARIES[options.lib](options.graph, options.threads)
    names = list(library.operations) if options.ops == "all" else options.ops.split(",")
    for name in names:
        if name not in library.operations:
            continue
        head = {
            "op": name, "lib": options.lib, "version": library.version,
            "graph": Path(options.graph).name.split(".")[0], "threads": options.threads,
            "n": library.size[0], "m": library.size[1],
        }
        print(json.dumps({**head, **measure(library, name, options.trials)}), flush=True)


if __name__ == "__main__":
    main()
