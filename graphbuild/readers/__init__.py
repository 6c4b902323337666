"""Readers: files, folders, rows and texts to Documents."""

from .files import Failure, is_address
from .items import Item, find_items
from .read import read_item, read_text

__all__ = ["Failure", "Item", "find_items", "is_address", "read_item", "read_text"]
