"""The data folder, file by file. Only the account that runs the warmline may enter it."""

from __future__ import annotations

from typing import Final

from warmline.domain.kept import Class, Kept, Reader

FILES: Final = (
    Kept(
        "secret_key",
        "opens every sealed number; not there when SECRET_KEY is set",
        Class.SECRET,
        Reader.OPERATOR,
        "until warmline keys rotate replaces it",
    ),
    Kept(
        "secret_key_older",
        "keys that were replaced, and when: they still open what was live then",
        Class.SECRET,
        Reader.OPERATOR,
        "each is destroyed a day after it was replaced, while the clock process runs",
        unseen="only after warmline keys rotate",
    ),
    Kept(
        ".secret_key_older<part>",
        "the same in the instant in which it is written",
        Class.SECRET,
        Reader.OPERATOR,
        "an instant",
        unseen="renamed at once",
    ),
    Kept(
        ".secret_key<part>",
        "the key in the instant in which it is made",
        Class.SECRET,
        Reader.OPERATOR,
        "an instant",
        unseen="renamed at once",
    ),
    Kept(
        "warmline.db",
        "the database, unless DATABASE_URL names another: see above",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "see the columns; what is deleted is overwritten",
    ),
    Kept(
        "warmline.db-wal",
        "what was last written to the database, in its order",
        Class.COUNT,
        Reader.OPERATOR,
        "emptied after each call's row",
    ),
    Kept(
        "warmline.db-shm",
        "an index of that file",
        Class.OPERATION,
        Reader.OPERATOR,
        "while the database is open",
    ),
    Kept(
        "store/appendonlydir/<part>",
        "every change of the store: see its keys. Another Redis has files of its own",
        Class.CALLER,
        Reader.OPERATOR,
        "written anew every hour: what the store forgot is gone an hour later, while the clock "
        "process runs",
    ),
    Kept(
        "store/store.log",
        "starts and ends of the store",
        Class.OPERATION,
        Reader.LOGS,
        "stays, and grows slowly",
    ),
    Kept(
        "store/valkey.sock",
        "the door of the store",
        Class.OPERATION,
        Reader.OPERATOR,
        "while it runs",
    ),
    Kept(
        "store/<process>.lock",
        "process numbers",
        Class.OPERATION,
        Reader.OPERATOR,
        "until the next start",
    ),
    Kept(
        "run/<process>.lock",
        "process numbers",
        Class.OPERATION,
        Reader.OPERATOR,
        "until the next start",
    ),
    Kept(
        "run/<process>.<start>.ready",
        "nothing: that it is there says that the process is ready for work",
        Class.OPERATION,
        Reader.OPERATOR,
        "until the next start",
    ),
    Kept(
        "run/<process>.<number>.former",
        "process numbers of what is being replaced",
        Class.OPERATION,
        Reader.OPERATOR,
        "until it has ended, some seconds",
    ),
)
"""Every file that `warmline serve` makes."""
