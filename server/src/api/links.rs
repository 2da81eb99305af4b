//! What an answer leads to: the links of `openapi.json`. They say to whoever writes a client, or tests the endpoint by its description, which
//! part of an answer is whose parameter; [`super::openapi`] puts them beside the answer when all is well.

use serde_json::{Value, json};
use so_khoi::sync::wire::ACCOUNT_HEADER;
use utoipa::openapi::{
    extensions::Extensions,
    link::{Link, LinkBuilder},
};

use super::{endpoint::Endpoint, openapi::operation_id, table::ENDPOINTS};

/// A method and the template of an address.
type Address = (&'static str, &'static str);

/// What one answer gives to another request.
struct Lead {
    name: &'static str,
    from: Address,
    to: Address,
    /// Parameters of the other request, each with the place of its value.
    parameters: &'static [(&'static str, &'static str)],
    /// Fields of the other request's body, each with the place of its value.
    body: &'static [(&'static str, &'static str)],
    about: &'static str,
}

const INVITE: Address = ("POST", "/invitations");
const INVITATION: Address = ("GET", "/invitations/open/{code}");
const JOIN: Address = ("POST", "/invitations/open/{code}");
const SIGN_IN: Address = ("POST", "/session");
const ME: Address = ("GET", "/me");
const PUSH: Address = ("POST", "/changes");
const CHANGES: Address = ("GET", "/changes");
const RECORDS: Address = ("GET", "/records");
const HISTORY: Address = ("GET", "/records/{id}/history");

/// The value of the account's header is the account of whoever was just signed in.
const AS_THIS_ACCOUNT: &[(&str, &str)] = &[(ACCOUNT_HEADER, "$response.body#/account/id")];
/// What a push says of the server's state.
const IN_STEP: &[(&str, &str)] = &[("epoch", "$response.body#/epoch"), ("schema", "$response.body#/schema")];

const LEADS: &[Lead] = &[
    Lead {
        name: "show",
        from: INVITE,
        to: INVITATION,
        parameters: &[("code", "$response.body#/code")],
        body: &[],
        about: "What the invited person sees first.",
    },
    Lead {
        name: "join",
        from: INVITE,
        to: JOIN,
        parameters: &[("code", "$response.body#/code")],
        body: &[],
        about: "The invited person takes it up.",
    },
    Lead {
        name: "withdraw",
        from: INVITE,
        to: ("DELETE", "/invitations/{id}"),
        parameters: &[("id", "$response.body#/id")],
        body: &[],
        about: "While nobody has taken it up.",
    },
    Lead {
        name: "join",
        from: INVITATION,
        to: JOIN,
        parameters: &[("code", "$request.path.code")],
        body: &[("name", "$response.body#/name")],
        about: "With the name that was meant, or another one.",
    },
    Lead {
        name: "signIn",
        from: JOIN,
        to: SIGN_IN,
        parameters: &[],
        body: &[
            ("name", "$response.body#/account/name"),
            ("password", "$request.body#/password"),
        ],
        about: "On another device.",
    },
    Lead {
        name: "load",
        from: JOIN,
        to: RECORDS,
        parameters: AS_THIS_ACCOUNT,
        body: &[],
        about: "All that the account may read.",
    },
    Lead {
        name: "push",
        from: JOIN,
        to: PUSH,
        parameters: AS_THIS_ACCOUNT,
        body: IN_STEP,
        about: "Ops of this account.",
    },
    Lead {
        name: "change",
        from: JOIN,
        to: ("PATCH", "/accounts/{id}"),
        parameters: &[("id", "$response.body#/account/id")],
        body: &[],
        about: "By an administrator.",
    },
    Lead {
        name: "inviteAgain",
        from: JOIN,
        to: INVITE,
        parameters: &[],
        body: &[
            ("account", "$response.body#/account/id"),
            ("role", "$response.body#/account/role"),
        ],
        about: "An invitation by which this account gets another password.",
    },
    Lead {
        name: "load",
        from: SIGN_IN,
        to: RECORDS,
        parameters: AS_THIS_ACCOUNT,
        body: &[],
        about: "All that the account may read.",
    },
    Lead {
        name: "push",
        from: SIGN_IN,
        to: PUSH,
        parameters: AS_THIS_ACCOUNT,
        body: IN_STEP,
        about: "Ops of this account.",
    },
    Lead {
        name: "push",
        from: ME,
        to: PUSH,
        parameters: AS_THIS_ACCOUNT,
        body: IN_STEP,
        about: "Ops of this account.",
    },
    Lead {
        name: "history",
        from: PUSH,
        to: HISTORY,
        parameters: &[("id", "$request.body#/ops/0/change/record")],
        body: &[],
        about: "What became of the record of the first op.",
    },
    Lead {
        name: "fetch",
        from: RECORDS,
        to: CHANGES,
        parameters: &[("since", "$response.body#/cursor")],
        body: &[],
        about: "What has changed since.",
    },
    Lead {
        name: "history",
        from: RECORDS,
        to: HISTORY,
        parameters: &[("id", "$response.body#/records/0/id")],
        body: &[],
        about: "What happened to the first record.",
    },
    Lead {
        name: "next",
        from: CHANGES,
        to: CHANGES,
        parameters: &[("since", "$response.body#/cursor")],
        body: &[],
        about: "What comes after.",
    },
    Lead {
        name: "fetch",
        from: ("GET", "/digest"),
        to: CHANGES,
        parameters: &[("since", "$response.body#/cursor")],
        body: &[],
        about: "Where the digest is another one than the device's.",
    },
];

fn at(address: Address) -> Option<&'static Endpoint> {
    ENDPOINTS
        .iter()
        .find(|endpoint| (endpoint.method, endpoint.template()) == address)
}

/// The links of an endpoint's answer when all is well, by their names.
pub fn of(endpoint: &Endpoint) -> impl Iterator<Item = (&'static str, Link)> + use<> {
    let from = (endpoint.method, endpoint.template());
    LEADS.iter().filter(move |lead| lead.from == from).filter_map(|lead| {
        let to = at(lead.to)?;
        // utoipa 5.5 writes its own fields of these two as `operation_id` and `request_body`, which nobody reads.
        let mut named = vec![("operationId", json!(operation_id(to)))];
        if !lead.body.is_empty() {
            let fields = lead
                .body
                .iter()
                .map(|(field, place)| ((*field).to_owned(), json!(place)));
            named.push(("requestBody", Value::Object(fields.collect())));
        }
        let mut link = LinkBuilder::new()
            .description(lead.about)
            .extensions(Some(Extensions::from_iter(named)));
        for (parameter, place) in lead.parameters {
            link = link.parameter(*parameter, *place);
        }
        Some((lead.name, link.build()))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use super::*;
    use crate::api::openapi::document;

    /// What a link gives is a parameter, or a field of the body, of what it leads to; where it takes it from is there.
    #[test]
    fn every_link_leads_from_what_is_said_to_what_is_asked() {
        let document = serde_json::to_value(document()).unwrap();
        let operation = |(method, template): Address| &document["paths"][template][method.to_lowercase()];
        let schema = |reference: &Value| {
            let name = reference["$ref"]
                .as_str()
                .unwrap()
                .rsplit('/')
                .next()
                .unwrap()
                .to_owned();
            &document["components"]["schemas"][name]
        };
        let mut names = BTreeSet::new();
        for lead in LEADS {
            let (from, to) = (operation(lead.from), operation(lead.to));
            assert!(
                names.insert((lead.from, lead.name)),
                "{} twice of {:?}",
                lead.name,
                lead.from
            );
            let good = ["200", "201"]
                .into_iter()
                .find(|status| from["responses"][status].is_object());
            let answer = &from["responses"][good.unwrap()];
            assert_eq!(
                answer["links"][lead.name]["operationId"], to["operationId"],
                "{:?}",
                lead.from
            );
            for (parameter, _) in lead.parameters {
                let all = to["parameters"].as_array().unwrap();
                assert!(
                    all.iter().any(|it| it["name"] == *parameter),
                    "{parameter} of {:?}",
                    lead.to
                );
            }
            for (field, _) in lead.body {
                let body = schema(&to["requestBody"]["content"]["application/json"]["schema"]);
                assert!(body["properties"][field].is_object(), "{field} of {:?}", lead.to);
            }
            for (_, place) in lead.parameters.iter().chain(lead.body) {
                let (whose, pointer) = place.split_once("#/").unwrap_or((place, ""));
                let first = pointer.split('/').next().unwrap();
                let said = match whose {
                    "$response.body" => schema(&answer["content"]["application/json"]["schema"]),
                    "$request.body" => schema(&from["requestBody"]["content"]["application/json"]["schema"]),
                    other => {
                        assert_eq!(other, "$request.path.code");
                        continue;
                    }
                };
                assert!(said["properties"][first].is_object(), "{place} of {:?}", lead.from);
            }
        }
    }
}
