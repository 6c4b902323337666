"""Readers: files, folders, rows and texts to Documents."""

from .items import Failure, Item, find_items
from .read import read_item, read_text

__all__ = ["Failure", "Item", "find_items", "read_item", "read_text"]
