"""The whole way from articles to a published graph, and back to an open one; import from its modules."""
