//! Every address below `/api/v1`. There is no other way to add one.

use axum::routing::{delete, get, patch, post};

use super::{
    endpoint::{ADMINS, Endpoint, Gives, OFFICE, Query, Who},
    openapi, well,
};
use crate::{
    accounts::{invitations, join, me, people, sessions, sign_in},
    pull::{changes, devices, digest, history, pages},
    push,
};

/// A password that is not taken.
const UNFIT: [(u16, &str); 3] = [(422, "password-short"), (422, "password-long"), (422, "password-plain")];

/// How much is answered at once.
const LIMIT: Query = Query {
    name: "limit",
    is_number: true,
    about: "How many records at most",
};

/// The endpoints.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint::new("GET", "/health", || get(well::health))
        .who(Who::Anyone)
        .about("Whether requests are answered, and which build is served")
        .gives(Gives::One("Health")),
    Endpoint::new("GET", "/ready", || get(well::ready))
        .who(Who::Anyone)
        .about("Whether the database answers")
        .gives(Gives::One("Ready"))
        .problems(&[(503, "not-ready")]),
    Endpoint::new("GET", "/metrics", || get(well::metrics))
        .who(Who::Anyone)
        .about("Counters for Prometheus; only for this machine and for administrators")
        .gives(Gives::Text("text/plain"))
        .problems(&[(401, "signed-out"), (403, "forbidden")]),
    Endpoint::new("GET", "/openapi.json", || get(openapi::show))
        .who(Who::Anyone)
        .about("This description")
        .gives(Gives::Object),
    Endpoint::new("GET", "/records", || get(pages::page))
        .about("A page of everything, for the first load")
        .query(&[
            Query {
                name: "page",
                is_number: false,
                about: "The page, as `next` of the one before says it",
            },
            LIMIT,
        ])
        .gives(Gives::One("Page"))
        .problems(&[(410, "cursor-gone"), (422, "invalid")]),
    Endpoint::new("GET", "/records/{*of}", || get(history::history))
        .written("/records/{id}/history")
        .about("What happened to a record")
        .gives(Gives::List("HistoryLine"))
        .problems(&[(404, "not-found")]),
    Endpoint::new("GET", "/changes", || get(changes::changes))
        .about("The latest state of what changed since a cursor")
        .query(&[
            Query {
                name: "since",
                is_number: false,
                about: "The cursor",
            },
            LIMIT,
            Query {
                name: "device",
                is_number: false,
                about: "Which device asks",
            },
        ])
        .gives(Gives::Cached("Changes"))
        .problems(&[(410, "cursor-gone"), (422, "invalid")]),
    Endpoint::new("POST", "/changes", || post(push::push))
        .about("Send ops; what becomes of each is in the answer")
        .takes("Push")
        .gives(Gives::One("Pushed"))
        .problems(&[
            (403, "other-device"),
            (409, "epoch-changed"),
            (422, "invalid"),
            (422, "op-reused"),
            (422, "other-author"),
            (422, "schema-too-new"),
        ]),
    Endpoint::new("GET", "/digest", || get(digest::digest))
        .about("What the account sees, in one line, to compare")
        .gives(Gives::One("DigestOf")),
    Endpoint::new("GET", "/devices", || get(devices::devices))
        .who(OFFICE)
        .about("Devices, and what is missing of them")
        .gives(Gives::List("Device")),
    Endpoint::new("POST", "/session", || post(sign_in::sign_in))
        .who(Who::Anyone)
        .about("Sign in")
        .takes("SignIn")
        .gives(Gives::One("Me"))
        .problems(&[(401, "wrong-password"), (429, "throttled"), (503, "busy")]),
    Endpoint::new("DELETE", "/session", || delete(sign_in::sign_out))
        .who(Who::Anyone)
        .about("Sign out"),
    Endpoint::new("GET", "/me", || get(me::show))
        .about("Who is signed in")
        .gives(Gives::One("Me")),
    Endpoint::new("POST", "/me/password", || post(me::change_password))
        .about("Change the own password; every other session ends")
        .takes("NewPassword")
        .problems(&[
            (403, "wrong-password"),
            UNFIT[0],
            UNFIT[1],
            UNFIT[2],
            (429, "throttled"),
            (503, "busy"),
        ]),
    Endpoint::new("GET", "/sessions", || get(sessions::list))
        .about("Where the account is signed in")
        .gives(Gives::List("SessionOf")),
    Endpoint::new("DELETE", "/sessions", || delete(sessions::remove_all)).about("Sign out everywhere, here too"),
    Endpoint::new("DELETE", "/sessions/{id}", || delete(sessions::remove))
        .about("End one of the own sessions")
        .problems(&[(404, "not-found")]),
    Endpoint::new("GET", "/accounts", || get(people::list))
        .who(OFFICE)
        .about("All accounts")
        .gives(Gives::List("Account")),
    Endpoint::new("PATCH", "/accounts/{id}", || patch(people::change))
        .who(ADMINS)
        .about("Change an account")
        .takes("AccountChange")
        .gives(Gives::One("Account"))
        .problems(&[
            (404, "not-found"),
            (409, "last-admin"),
            (409, "name-taken"),
            (422, "bad-name"),
            (422, "unknown-unit"),
            (422, "unit-not-allowed"),
        ]),
    Endpoint::new("GET", "/invitations", || get(invitations::list))
        .who(OFFICE)
        .about("Open invitations")
        .gives(Gives::List("Invitation")),
    Endpoint::new("POST", "/invitations", || post(invitations::invite))
        .who(OFFICE)
        .about("Invite somebody; the code is in this answer only")
        .takes("Invite")
        .gives(Gives::Made("Invitation"))
        .problems(&[
            (404, "not-found"),
            (409, "name-taken"),
            (409, "account-disabled"),
            (409, "too-many-invitations"),
            (422, "bad-name"),
            (422, "unknown-unit"),
            (422, "unit-not-allowed"),
        ]),
    Endpoint::new("DELETE", "/invitations/{id}", || delete(invitations::withdraw))
        .who(OFFICE)
        .about("Withdraw an invitation")
        .problems(&[(404, "not-found")]),
    Endpoint::new("GET", "/invitations/open/{code}", || get(join::show))
        .who(Who::Anyone)
        .about("What an invitation is for")
        .gives(Gives::One("Invitation"))
        .problems(&[
            (404, "invitation-unknown"),
            (410, "invitation-used"),
            (410, "invitation-expired"),
            (429, "throttled"),
        ]),
    Endpoint::new("POST", "/invitations/open/{code}", || post(join::join))
        .who(Who::Anyone)
        .about("Take up an invitation: make the account, or set its password, and sign in")
        .takes("Join")
        .gives(Gives::One("Me"))
        .problems(&[
            (404, "invitation-unknown"),
            (409, "name-taken"),
            (409, "account-disabled"),
            (410, "invitation-used"),
            (410, "invitation-expired"),
            (422, "bad-name"),
            UNFIT[0],
            UNFIT[1],
            UNFIT[2],
            (429, "throttled"),
            (503, "busy"),
        ]),
];
