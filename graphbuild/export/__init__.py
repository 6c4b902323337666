"""The graph as files that other programs read: one module a format."""

from .graphml import write_graphml

__all__ = ["write_graphml"]
