//! What is said, as schemas. The types of the protocol are `so_khoi::sync::wire`; the tests below compare the two, field by field. What only
//! this program says derives its schema from its type.
//!
//! Those of the protocol are put together here: their types are read by the crate's own reader, with its own rules for what may be absent,
//! devices have them too and need no description, and one that other people rely on should not change because a type was rearranged.

use std::collections::BTreeMap;

use so_khoi::{
    model::record_kind,
    sync::{
        rights::Role,
        sequence::MOST_GAPS,
        wire::{LEAST_PASSWORD, MOST_OPS},
    },
};
use utoipa::{
    PartialSchema,
    openapi::{
        KnownFormat, Ref, RefOr, Schema, SchemaFormat,
        schema::{AdditionalProperties, ArrayBuilder, ObjectBuilder, SchemaType, Type},
    },
};

use super::well::{Health, Ready};
use crate::{
    accounts::{names, passwords::MOST_PASSWORD, people},
    problem::Document,
};

/// A schema, or the name of one.
pub type Said = RefOr<Schema>;

/// Every schema, by name.
pub fn all() -> BTreeMap<&'static str, Said> {
    let own = [
        ("AccountChange", people::Changed::schema()),
        ("Health", Health::schema()),
        ("Problem", Document::schema()),
        ("Ready", Ready::schema()),
    ];
    own.into_iter().chain(of_accounts()).chain(of_records()).collect()
}

fn of_accounts() -> [(&'static str, Said); 9] {
    let roles = Role::ALL.into_iter().map(Role::name);
    let password = || {
        let lengths = string()
            .min_length(Some(LEAST_PASSWORD))
            .max_length(Some(MOST_PASSWORD));
        one(lengths.format(Some(SchemaFormat::KnownFormat(KnownFormat::Password))))
    };
    [
        ("Role", one(string().enum_values(Some(roles)))),
        (
            "SignIn",
            object(&[("name", text()), ("password", text())], &[("device_label", text())]),
        ),
        ("NewPassword", object(&[("old", text()), ("new", password())], &[])),
        (
            "Me",
            object(
                &[
                    ("account", named("Account")),
                    ("bloc", text()),
                    ("epoch", text()),
                    ("records", number()),
                    ("schema", number()),
                    ("now_ms", moment()),
                ],
                &[],
            ),
        ),
        (
            "Account",
            object(
                &[
                    ("id", text()),
                    ("name", account_name()),
                    ("role", role()),
                    ("disabled", truth()),
                ],
                &[("unit", text()), ("seen_ms", moment())],
            ),
        ),
        (
            "SessionOf",
            object(
                &[
                    ("id", text()),
                    ("device_label", text()),
                    ("since_ms", moment()),
                    ("seen_ms", moment()),
                    ("this", truth()),
                ],
                &[],
            ),
        ),
        (
            "Invite",
            object(
                &[("role", role())],
                &[("name", text()), ("unit", text()), ("account", text())],
            ),
        ),
        (
            "Invitation",
            object(
                &[
                    ("id", text()),
                    ("name", text()),
                    ("role", role()),
                    ("bloc", text()),
                    ("expires_ms", moment()),
                    ("new_account", truth()),
                ],
                &[("code", text()), ("unit", text()), ("unit_name", text())],
            ),
        ),
        (
            "Join",
            object(
                &[("name", text()), ("password", password())],
                &[("device_label", text())],
            ),
        ),
    ]
}

fn of_records() -> [(&'static str, Said); 14] {
    [
        (
            "Record",
            object(
                &[
                    ("id", text()),
                    ("kind", kind()),
                    ("scope", text()),
                    ("fields", map_of(AdditionalProperties::FreeForm(true))),
                    ("rev", number()),
                ],
                &[],
            ),
        ),
        ("FieldChange", object(&[], &[("old", anything()), ("new", anything())])),
        (
            "Change",
            object(
                &[
                    ("record", text()),
                    ("kind", kind()),
                    ("scope", text()),
                    ("set", map_of(AdditionalProperties::RefOr(named("FieldChange")))),
                ],
                &[("base_rev", number())],
            ),
        ),
        (
            "Op",
            object(
                &[
                    ("op_id", text()),
                    ("seq", number()),
                    ("author", text()),
                    ("at_ms", moment()),
                    ("change", named("Change")),
                ],
                &[],
            ),
        ),
        (
            "Push",
            object(
                &[
                    ("device", text()),
                    ("schema", number()),
                    ("epoch", text()),
                    (
                        "ops",
                        one(ArrayBuilder::new().items(named("Op")).max_items(Some(MOST_OPS))),
                    ),
                ],
                &[(
                    "skipped",
                    one(ArrayBuilder::new().items(named("Gap")).max_items(Some(MOST_GAPS))),
                )],
            ),
        ),
        (
            "Refusal",
            object(
                &[("code", text()), ("retryable", truth())],
                &[("field", text()), ("detail", text())],
            ),
        ),
        (
            "Answer",
            object(
                &[("op_id", text()), ("status", status())],
                &[("rev", number()), ("conflict", text()), ("problem", named("Refusal"))],
            ),
        ),
        ("Gap", object(&[("first", number()), ("last", number())], &[])),
        (
            "Pushed",
            object(
                &[("epoch", text()), ("answers", list("Answer"))],
                &[("gaps", list("Gap"))],
            ),
        ),
        (
            "Changes",
            object(
                &[
                    ("epoch", text()),
                    ("cursor", text()),
                    ("more", truth()),
                    ("scope", text()),
                    ("records", list("Record")),
                ],
                &[],
            ),
        ),
        (
            "Page",
            object(
                &[
                    ("epoch", text()),
                    ("cursor", text()),
                    ("scope", text()),
                    ("total", number()),
                    ("records", list("Record")),
                ],
                &[("next", text())],
            ),
        ),
        (
            "Device",
            object(
                &[
                    ("id", text()),
                    ("label", text()),
                    ("account", text()),
                    ("seen_ms", moment()),
                    ("last_seq", number()),
                    ("gaps", list("Gap")),
                    ("rejected", number()),
                ],
                &[("unit", text())],
            ),
        ),
        (
            "HistoryLine",
            object(
                &[
                    ("at_ms", moment()),
                    ("by", text()),
                    ("device", text()),
                    ("op_id", text()),
                    ("status", status()),
                    ("set", map_of(AdditionalProperties::RefOr(named("FieldChange")))),
                ],
                &[],
            ),
        ),
        (
            "DigestOf",
            object(
                &[
                    ("epoch", text()),
                    ("cursor", text()),
                    ("records", number()),
                    ("digest", text()),
                ],
                &[],
            ),
        ),
    ]
}

fn object(needed: &[(&str, Said)], possible: &[(&str, Said)]) -> Said {
    // Unknown fields are passed over, so that either side may be newer.
    let mut object = ObjectBuilder::new();
    for (name, schema) in needed {
        object = object.property(*name, schema.clone()).required(*name);
    }
    for (name, schema) in possible {
        object = object.property(*name, schema.clone());
    }
    one(object)
}

fn one(schema: impl Into<Schema>) -> Said {
    RefOr::T(schema.into())
}

/// The schema of this name.
pub fn named(schema: &str) -> Said {
    RefOr::Ref(Ref::from_schema_name(schema))
}

/// A list of the schema of this name.
pub fn list(schema: &str) -> Said {
    one(ArrayBuilder::new().items(named(schema)))
}

fn map_of(values: AdditionalProperties<Schema>) -> Said {
    one(ObjectBuilder::new().additional_properties(Some(values)))
}

fn anything() -> Said {
    one(ObjectBuilder::new().schema_type(SchemaType::AnyValue))
}

fn string() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

/// Some object.
pub fn some_object() -> Said {
    one(ObjectBuilder::new())
}

/// Text.
pub fn text() -> Said {
    one(string())
}

/// Text, or `null`.
pub fn text_or_null() -> Said {
    one(ObjectBuilder::new().schema_type(SchemaType::from_iter([Type::String, Type::Null])))
}

/// Text that is not empty.
pub fn some_text() -> Said {
    one(string().min_length(Some(1)))
}

/// What an account may do.
pub fn role() -> Said {
    named("Role")
}

/// What an account is called.
pub fn account_name() -> Said {
    let lengths = string()
        .min_length(Some(*names::LENGTH.start()))
        .max_length(Some(*names::LENGTH.end()));
    one(lengths.pattern(Some("^[a-z0-9][a-z0-9._-]*[a-z0-9]$")))
}

/// What kind of record it is; a newer version may know more of them.
fn kind() -> Said {
    let lengths = string().min_length(Some(1)).max_length(Some(record_kind::MOST));
    one(lengths.pattern(Some("^[a-z0-9_]+$")))
}

fn truth() -> Said {
    one(ObjectBuilder::new().schema_type(Type::Boolean))
}

/// A whole number from 0 on.
pub fn number() -> Said {
    one(ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0)))
}

/// Milliseconds since 1970.
fn moment() -> Said {
    let format = SchemaFormat::KnownFormat(KnownFormat::Int64);
    one(ObjectBuilder::new().schema_type(Type::Integer).format(Some(format)))
}

fn status() -> Said {
    one(string().enum_values(Some(["applied", "merged", "duplicate", "conflict", "rejected"])))
}

#[cfg(test)]
mod tests;
