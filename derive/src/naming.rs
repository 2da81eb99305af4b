//! How a variant is named in JSON.

use syn::{Error, LitStr};

/// A rule for names: `rename_all`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Case {
    /// `BlocCommittee` is `bloc_committee`.
    Snake,
    /// `BlocCommittee` is `bloccommittee`.
    Lower,
}

impl Case {
    pub fn named(name: &LitStr) -> Result<Case, Error> {
        match name.value().as_str() {
            "snake_case" => Ok(Case::Snake),
            "lowercase" => Ok(Case::Lower),
            other => Err(Error::new(
                name.span(),
                format!("FromJson does not know names in `{other}`, only snake_case and lowercase"),
            )),
        }
    }

    /// A variant's name by this rule, as serde writes it.
    pub fn of_variant(self, variant: &str) -> String {
        let mut name = String::with_capacity(variant.len() + 4);
        for (at, letter) in variant.char_indices() {
            if self == Case::Snake && at > 0 && letter.is_uppercase() {
                name.push('_');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name
    }
}
