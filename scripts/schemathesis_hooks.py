"""What a client knows and openapi.json cannot say (scripts/test-api.mjs): whose session goes with a request, which names and passwords are good,
and what an op needs to be heard.

Everything else of a request is schemathesis's own. Only whole requests of the stateful phase are mended, so that one leads to the next; those
that are to be refused, and those of the other phases, stay as they were made. What would end the run's own session is turned aside.
"""

import itertools
import os
import random
import time
import uuid

import schemathesis

ACCOUNT = "So-Khoi-Account"
INVITE = "POST /invitations"
SHOW = "GET /invitations/open/{code}"
JOIN = "POST /invitations/open/{code}"
SIGN_IN = "POST /session"
PUSH = "POST /changes"
SESSIONS = "GET /sessions"
END_SESSION = "DELETE /sessions/{id}"
CHANGE_ACCOUNT = "PATCH /accounts/{id}"

EPOCH, ADMIN = os.environ["SK_EPOCH"], os.environ["SK_ACCOUNT"]
# The session of each account that has joined or signed in, and the identifiers of those sessions.
sessions = {ADMIN: os.environ["SK_COOKIE"]}
own = set()
# The codes of invitations: whoever tries others is slowed down by the server.
codes = []
numbers = itertools.count(1)


def label(case):
    return f"{case.method.upper()} {case.operation.path}"


@schemathesis.hook
def before_call(context, case, kwargs):
    """A request that is meant for an account goes with its session, others with the administrator's. Who signs in has none: it would end."""
    what, headers = label(case), case.headers if case.headers is not None else {}
    is_step = case.meta is not None and case.meta.phase.name.value == "stateful" and case.meta.generation.mode.is_positive
    if is_step and headers.get(ACCOUNT) not in sessions:
        headers.pop(ACCOUNT, None)
    account = headers.get(ACCOUNT) if headers.get(ACCOUNT) in sessions else ADMIN
    if what not in (JOIN, SIGN_IN):
        headers["Cookie"] = sessions[account]
        case.headers = headers
    if is_step and isinstance(case.body, dict):
        mend = {INVITE: invitation, JOIN: taking_up, PUSH: push}.get(what)
        if mend:
            case.body = mend(case.body, account)
    path = case.path_parameters or {}
    if is_step and what in (SHOW, JOIN) and codes and path.get("code") not in codes:
        path["code"] = codes[-1]
    if (what == END_SESSION and path.get("id") in own) or (what == CHANGE_ACCOUNT and path.get("id") == ADMIN):
        path["id"] = "of-nobody"


def invitation(body, account):
    """For somebody new, with the unit that a unit's account needs; or for the account that it names, but not the run's own."""
    again = body.get("account")
    if again in sessions and again != ADMIN:
        return body
    unit = {"unit": "a"} if body["role"] == "unit" else {}
    return {"role": body["role"], **unit}


def taking_up(body, account):
    """With a name that nobody has and a password that nobody guesses."""
    number = next(numbers)
    return {**body, "name": f"nguoi-{number}", "password": f"mua tanh roi nang {number}"}


def push(body, account):
    """Ops of this account: of a unit that is made or renamed, and now and then those that were made up."""
    ops = [op(part["change"], account) for part in body["ops"]] if random.random() < 0.3 else []
    number = random.randrange(20)
    fields = {"id": f"u{number}", "kind": "grassroots_committee", "name": f"Chi bộ {next(numbers)}"}
    change = {"record": f"unit/u{number}", "kind": "unit", "scope": f"u{number}", "base_rev": 0}
    change["set"] = {field: {"old": None, "new": value} for field, value in fields.items()}
    whole = {"device": f"device-of-{account}", "epoch": EPOCH, "schema": 1, "skipped": []}
    return {**body, **whole, "ops": [op(change, account), *ops]}


def op(change, account):
    """An op that was never sent: a name that is a UUID v7, and the next number."""
    now_ms = int(time.time() * 1000)
    name = uuid.UUID(int=now_ms << 80 | 7 << 76 | random.getrandbits(12) << 64 | 2 << 62 | random.getrandbits(62))
    return {"op_id": str(name), "seq": next(numbers), "author": account, "at_ms": now_ms, "change": change}


@schemathesis.hook
def after_call(context, case, response):
    """Remembers who has joined or signed in, and by which sessions."""
    if response.status_code not in (200, 201):
        return
    if label(case) == INVITE:
        codes.append(response.json()["code"])
    made = response.headers.get("set-cookie")
    if label(case) in (JOIN, SIGN_IN) and made:
        sessions[response.json()["account"]["id"]] = made[0].split(";")[0]
    if label(case) == SESSIONS:
        own.update(session["id"] for session in response.json() if session["this"])
