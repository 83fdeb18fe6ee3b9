import type { Template } from './corpus.ts';
import { capital } from './words.ts';

/** What every file begins with. */
export const PYTHON_HEAD = `import asyncio
import logging
from dataclasses import dataclass, field

from thinqconnect import ThinQApi, ThinQAPIException

_LOGGER = logging.getLogger(__name__)
`;

/** Code as most code is. */
export const PYTHON_ORDINARY: readonly [Template, ...Template[]] = [
  ({ noun, other, verb, number, amount }) => `

@dataclass
class ${capital(noun)}${number}:
    """What is known of one ${noun}."""

    identifier: str
    ${other}s: list[str] = field(default_factory=list)
    limit: int = ${amount}

    def ${verb}(self, text: str) -> bool:
        if not text or len(text) > self.limit:
            return False
        self.${other}s.append(text.strip().lower())
        return True
`,
  ({ noun, other, verb, number, amount }) => `

def ${verb}_${noun}_${number}(items: list[dict], limit: int = ${amount}) -> dict[str, int]:
    found: dict[str, int] = {}
    for item in items:
        # Those of a ${other} are counted elsewhere.
        if item["size"] > limit or item["id"].startswith("${other}-"):
            continue
        found[item["id"]] = found.get(item["id"], 0) + item["size"]
    return dict(sorted(found.items(), key=lambda pair: pair[1], reverse=True))
`,
  ({ noun, verb, number, amount }) => `

async def ${verb}_all_${noun}_${number}(session, urls: list[str]) -> list[str]:
    gate = asyncio.Semaphore(8)

    async def one(url: str) -> str:
        async with gate, session.get(url, timeout=${amount} / 1000) as response:
            if response.status == 404:
                _LOGGER.debug("no ${noun} at %s", url)
                return ""
            return await response.text()

    return await asyncio.gather(*(one(url) for url in urls))
`,
  ({ noun, verb, other, number, amount }) => `

def test_${verb}_${noun}_${number}() -> None:
    given = {"id": "${noun}-${number}", "width": ${amount}, "tags": ["a", "b"], "nested": {"left": 1, "right": (2, 3)}}
    kinds = {key: type(value).__name__ for key, value in given.items()}
    assert kinds["tags"] == "list", f"${other}: {kinds}"
    assert sum(given["nested"]["right"]) == 5
`,
];

/** Code that deals with ThinQ's codes, with something to find in it. */
export const PYTHON_THINQ: readonly [Template, ...Template[]] = [
  ({ noun, number, codes }) => `

def report_${noun}_${number}(exc: ThinQAPIException) -> None:
    match exc.code:
        case "${codes[0]}":
            _LOGGER.warning("The ${noun} is offline.")
        case "${codes[1]}":
            _LOGGER.warning("The ${noun} is in another mode.")
`,
  ({ noun, number, codes }) => `

UNSUPPORTED_${number} = {"${codes[0]}", "${codes[2]}"}


def is_unsupported_${noun}_${number}(exc: ThinQAPIException) -> bool:
    return exc.code in UNSUPPORTED_${number} or exc.code == ${codes[1]}
`,
  ({ noun, number }) => `

async def turn_on_${noun}_${number}(api: ThinQApi, device_id: str) -> None:
    try:
        await api.async_post_device_control(device_id, {"operation": {"airConOperationMode": "POWER_ON"}})
    except ThinQAPIException as exc:
        _LOGGER.error("failed: %s", exc)
`,
];
