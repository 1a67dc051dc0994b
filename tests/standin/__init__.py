"""A stand-in of every service that listlint asks, on loopback, with papers that nobody wrote.

    world = World(papers=[Paper("2301.00001", "Learning to Lint Lists", ("Jane Doe",))])
    with standing(world) as here:
        subprocess.run([..., *here.options()], env={**os.environ, **here.environment()})
        here.asked["arxiv"]   # what was asked, in order

The answers have the shapes that the services document; ``Standin.faults`` makes them fail.
"""

from standin.papers import Doi, Paper, Repository, World
from standin.server import FAULTS, Standin, standing

__all__ = ["FAULTS", "Doi", "Paper", "Repository", "Standin", "World", "standing"]
