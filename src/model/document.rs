//! References to documents: what a drive studies, where a target is set, what a report states.

use super::date::Date;
use super::from_json::FromJson;
use super::text::Lang;
use serde::Serialize;

/// A document, for example number 01, symbol KL/TW, issuer Bộ Chính trị, 18/5/2021.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
pub struct DocumentRef {
    /// Its number, as printed ("01", "274").
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Its symbol ("KL/TW", "BC/ĐUK").
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub symbol: String,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What it is, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
}

impl DocumentRef {
    /// A short citation: `01-KL/TW, 18/05/2021`, or the title where there is no number.
    pub fn citation(&self, lang: Lang) -> String {
        let mut parts = Vec::new();
        match (self.number.is_empty(), self.symbol.is_empty()) {
            (false, false) => parts.push(format!("{}-{}", self.number, self.symbol)),
            (false, true) => parts.push(self.number.clone()),
            _ if !self.title.is_empty() => parts.push(self.title.clone()),
            _ if !self.issuer.is_empty() => parts.push(self.issuer.clone()),
            _ => {}
        }
        parts.extend(self.date.map(|date| date.format(lang)));
        parts.join(", ")
    }
}
