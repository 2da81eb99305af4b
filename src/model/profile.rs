//! A bloc's profile: its name, its kind, its term. Nothing about the top unit is hard-coded.

use super::date::Date;
use super::from_json::FromJson;
use super::period::Period;
use serde::Serialize;

/// What a bloc is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum BlocKind {
    /// Khối các cơ quan tỉnh.
    #[default]
    Agencies,
    /// Khối cơ quan và doanh nghiệp tỉnh.
    AgenciesAndEnterprises,
    /// Khối doanh nghiệp tỉnh.
    Enterprises,
    /// Anything else: a district, a party committee of another kind.
    Other,
}

/// The profile of a bloc.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Profile {
    /// The bloc's full name.
    pub name: String,
    /// A short name for the top bar; empty where the full name serves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short_name: String,
    /// Its kind.
    #[serde(default)]
    pub kind: BlocKind,
    /// The current term.
    pub term: Period,
    /// The day that its figures are seen from. A demo is seen from the day of its report; a bloc at
    /// work has none and is seen from the device's today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_on: Option<Date>,
    /// The period that the bloc opens on where an address names none; without it, the year that figures are seen in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_on: Option<Period>,
    /// Set for a demo bloc: the figures by unit are illustrative ("số liệu minh họa").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demo: bool,
}

impl Profile {
    /// The short name, or the full one.
    pub fn brief(&self) -> &str {
        if self.short_name.is_empty() {
            &self.name
        } else {
            &self.short_name
        }
    }
}
