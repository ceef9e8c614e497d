"""Times GMCR+ from a checkout (first argument) on a .gmcr file (the second), in this process, and prints JSON.

Timed: setting up its solver, which builds its matrices, and nash, gmr, smr and seq of every state for every actor. Printed beside the
seconds: how many states are stable for each actor, by concept.
"""

import contextlib
import io
import json
import sys
import time

sys.path.insert(0, sys.argv[1])

with contextlib.redirect_stdout(io.StringIO()):
    import data_01_conflictModel as model
    import data_02_conflictSolvers as solvers

    conflict = model.ConflictModel()
    conflict.load_from_file(sys.argv[2])
    start = time.perf_counter()
    solver = solvers.LogicalSolver(conflict)
    stable = {}
    for name in ("nash", "gmr", "smr", "seq"):
        verdict = getattr(solver, name)
        stable[name] = [
            sum(1 for state in range(len(conflict.feasibles)) if verdict(dm, state)[0]) for dm in solver.effectiveDMs
        ]
    seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "stable": stable}))
