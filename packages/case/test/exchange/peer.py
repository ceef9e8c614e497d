"""Runs GMCR+ from a checkout (first argument) on .gmcr files (the others) and prints what it computes, as JSON."""

import contextlib
import io
import json
import sys

sys.path.insert(0, sys.argv[1])

with contextlib.redirect_stdout(io.StringIO()):
    import data_01_conflictModel as model
    import data_02_conflictSolvers as solvers

concepts = ["nash", "gmr", "smr", "seq", "sim"]


def told(path):
    with contextlib.redirect_stdout(io.StringIO()):
        conflict = model.ConflictModel()
        conflict.load_from_file(path)
        solver = solvers.LogicalSolver(conflict)
        solver.findEquilibria()
    stable = {name: getattr(solver, name + "Stabilities").astype(int).tolist() for name in concepts}
    return {
        "actors": [dm.name for dm in conflict.decisionMakers],
        "codes": [int(code) for code in conflict.feasibles.decimal],
        "payoffs": [[int(one) for one in dm.payoffs] for dm in conflict.decisionMakers],
        "moves": [dm.reachability.astype(int).tolist() for dm in solver.effectiveDMs],
        "stable": stable,
    }


def inverse(path):
    """For every state, every ranking of the first decision maker's states, and for whom the state is stable under it."""
    with contextlib.redirect_stdout(io.StringIO()):
        conflict = model.ConflictModel()
        conflict.load_from_file(path)
        states = len(conflict.feasibles)
        vary = [[0, states] if at == 0 else [0, 0] for at, _ in enumerate(conflict.decisionMakers)]
        found = []
        for state in range(states):
            solver = solvers.InverseSolver(conflict, vary, state)
            solver.findEquilibria()
            stable = {name: getattr(solver, name).astype(int).tolist() for name in ("nash", "gmr", "smr", "seq")}
            found.append({"rankings": [ranks[0] for ranks in solver.preferenceRankings], "stable": stable})
    return {"codes": [int(code) for code in conflict.feasibles.decimal], "inverse": found}


paths = sys.argv[2:]
tell = inverse if paths[:1] == ["--inverse"] else told
results = []
for path in paths[tell is inverse :]:
    try:
        results.append(tell(path))
    except Exception as problem:
        results.append({"failed": repr(problem)})
print(json.dumps(results))
