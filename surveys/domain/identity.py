"""How a sheet, a device and a submission are known without anybody being named."""

from __future__ import annotations

import hashlib
import hmac

# Crockford's base 32: no letter that is mistaken for a digit or another letter.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MAXIMUM_KEY = 64
MINIMUM_KEY = 16


def is_submission_key(key: str) -> bool:
    """Whether `key` is one that a device may have made: 16 to 64 letters, digits, `-` or `_`."""
    return (
        MINIMUM_KEY <= len(key) <= MAXIMUM_KEY
        and key.isascii()
        and key.replace("-", "").replace("_", "").isalnum()
    )


def key_hash(key: str, survey: str) -> str:
    """What is stored of a submission key: 64 hexadecimal digits, other for every survey."""
    return hashlib.sha256(f"{survey}:{key}".encode()).hexdigest()


def device_tag(secret: str, device: str, wave: int) -> str:
    """The mark of `device` in one wave: 64 hexadecimal digits, not to be joined with its marks in others."""
    return hmac.new(secret.encode(), f"device:{wave}:{device}".encode(), hashlib.sha256).hexdigest()


def reference(secret: str, stored_hash: str) -> str:
    """The receipt of a submission, the same each time it is asked for: `XXXX-XXXX`, of 40 bits."""
    number = int.from_bytes(
        hmac.new(secret.encode(), f"receipt:{stored_hash}".encode(), hashlib.sha256).digest()[:5]
    )
    code = short_code(number, 8)
    return f"{code[:4]}-{code[4:]}"


def short_code(number: int, length: int) -> str:
    """The last `5 * length` bits of `number` in Crockford's alphabet."""
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(length)))
