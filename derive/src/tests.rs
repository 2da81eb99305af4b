//! What the derive refuses, and how it names what it refuses. What it reads is tested where the types are, in the app.
#![allow(clippy::unwrap_used)]

use super::implementation;
use crate::naming::Case;
use syn::{DeriveInput, LitStr, parse_str};

fn error(item: &str) -> String {
    let input: DeriveInput = parse_str(item).unwrap();
    implementation(&input).unwrap_err().to_string()
}

#[test]
fn an_attribute_that_is_not_understood_is_named() {
    for (item, reason) in [
        (
            "#[serde(untagged)] enum A { B }",
            "FromJson does not know `untagged` on a type",
        ),
        (
            "#[serde(tag = \"t\")] enum A { B }",
            "FromJson does not know `tag` on a type",
        ),
        (
            "#[serde(rename_all = \"kebab-case\")] enum A { B }",
            "FromJson does not know names in `kebab-case`, only snake_case and lowercase",
        ),
        (
            "enum A { #[serde(alias = \"c\")] B }",
            "FromJson does not know `alias` on a variant",
        ),
        (
            "struct A { #[serde(flatten)] b: B }",
            "FromJson does not know `flatten` on a field",
        ),
        (
            "struct A { #[serde(skip)] b: B }",
            "FromJson does not know `skip` on a field",
        ),
        (
            "#[serde(default = \"f\")] struct A { b: B }",
            "FromJson does not know `default` on a type",
        ),
        (
            "struct A(#[serde(default)] B);",
            "FromJson knows no attributes of a field without a name",
        ),
        (
            "enum A { B(#[serde(default)] C) }",
            "FromJson knows no attributes of a field without a name",
        ),
    ] {
        assert_eq!(error(item), reason, "{item}");
    }
    // These are refused by what reads the attribute.
    error("struct A { #[serde(rename(serialize = \"c\"))] b: B }");
    error("struct A { #[serde(default = 3)] b: B }");
}

#[test]
fn a_shape_that_is_not_understood_is_refused() {
    for item in [
        "struct A<T> { b: T }",
        "struct A;",
        "struct A(B, C);",
        "union A { b: u8 }",
        "enum A {}",
        "enum A { B(C, D) }",
        "enum A { B() }",
        "#[serde(transparent)] struct A { b: B }",
        "#[serde(default)] struct A(B);",
        "#[serde(default)] enum A { B }",
        "#[serde(default)] struct A { #[serde(default)] b: B }",
    ] {
        assert!(!error(item).is_empty(), "{item}");
    }
}

#[test]
fn what_is_understood_is_derived() {
    for item in [
        "struct A { r#type: B, #[serde(rename = \"c\", default, skip_serializing_if = \"f\")] d: C }",
        "#[serde(transparent)] struct A(B);",
        "#[serde(rename_all = \"snake_case\")] enum A { B, C(D), E { f: G } }",
        "#[serde(default, deny_unknown_fields)] struct A { b: B }",
    ] {
        let input: DeriveInput = parse_str(item).unwrap();
        let code = implementation(&input).unwrap().to_string();
        assert!(code.contains("for A"), "{item}");
        assert!(!code.contains("r#type\""), "{code}");
    }
}

#[test]
fn variants_are_named_as_serde_names_them() {
    let case = |name: &str| Case::named(&LitStr::new(name, proc_macro2::Span::call_site())).unwrap();
    assert_eq!(case("snake_case").of_variant("BlocCommittee"), "bloc_committee");
    assert_eq!(case("lowercase").of_variant("BlocCommittee"), "bloccommittee");
}
