"""What FollowTheMoney asks of the schemata that we write, recorded from the package, whose installation needs a compiler.

Write it anew where the package is installed: python tests/exporters/ftm_schema.py > tests/exporters/ftm_schema.json
"""

from __future__ import annotations

import json
from typing import Any

SCHEMATA = (
    *("Person", "PublicBody", "Organization", "Event", "Address", "Article"),
    *("Position", "Occupancy", "Membership", "Succession", "UnknownLink", "Similar"),
)


def recorded() -> dict[str, Any]:
    """Schema -> what it is, what it needs, and its properties with their types and what they may lead to."""
    from followthemoney import model

    return {
        name: {
            "is": sorted(one.name for one in model.get(name).schemata),
            "required": sorted(model.get(name).required),
            "properties": {
                one.name: [one.type.name, *([one.range.name] if one.range else [])]
                for one in sorted(model.get(name).properties.values(), key=lambda one: one.name)
                if not one.stub
            },
        }
        for name in SCHEMATA
    }


if __name__ == "__main__":
    print(json.dumps(recorded(), indent=1, sort_keys=True))
