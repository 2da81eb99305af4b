//! A bloc's profile: its name, its kind, its term. Nothing about the top unit is hard-coded.

use super::date::Date;
use super::from_json::FromJson;
use super::id::FormId;
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
    /// The forms that the bloc uses; none named: all of them. What was entered on one that is not used stays and is
    /// shown; only nobody is asked for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<FormId>,
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

    /// Whether the bloc uses a form.
    pub fn uses(&self, form: &FormId) -> bool {
        self.forms.is_empty() || self.forms.contains(form)
    }

    /// The forms used when `form` is taken in or left out, in the order of `all`, the forms there are; `None` where none
    /// would be left.
    pub fn forms_with(&self, all: &[FormId], form: &FormId, used: bool) -> Option<Vec<FormId>> {
        let wanted = |id: &&FormId| if *id == form { used } else { self.uses(id) };
        let mut forms: Vec<FormId> = all.iter().filter(wanted).cloned().collect();
        // A form that this version does not know stays as it is.
        forms.extend(self.forms.iter().filter(|id| !all.contains(id)).cloned());
        (!forms.is_empty()).then_some(forms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(forms: &[&str]) -> Profile {
        Profile {
            name: "B".into(),
            short_name: String::new(),
            kind: BlocKind::default(),
            term: Period::Term(2020, 2025),
            seen_on: None,
            demo: false,
            opens_on: None,
            forms: ids(forms),
        }
    }

    fn ids(forms: &[&str]) -> Vec<FormId> {
        forms.iter().map(|id| FormId::new(*id)).collect()
    }

    #[test]
    fn none_named_is_all_and_one_left_out_names_the_others() {
        let all = ids(&["a", "b", "c"]);
        let every = profile(&[]);
        assert!(all.iter().all(|form| every.uses(form)));
        assert_eq!(every.forms_with(&all, &"b".into(), false), Some(ids(&["a", "c"])));
        let some = profile(&["c", "a"]);
        assert!(!some.uses(&"b".into()) && some.uses(&"c".into()));
        assert_eq!(some.forms_with(&all, &"b".into(), true), Some(ids(&["a", "b", "c"])));
        assert_eq!(some.forms_with(&all, &"b".into(), false), Some(ids(&["a", "c"])));
    }

    #[test]
    fn the_last_one_stays_and_what_is_not_known_here_is_kept() {
        let all = ids(&["a", "b"]);
        assert_eq!(profile(&["a"]).forms_with(&all, &"a".into(), false), None);
        let later = profile(&["a", "of-a-later-version"]);
        let expected = Some(ids(&["b", "of-a-later-version"]));
        let without = later.forms_with(&all, &"a".into(), false);
        let without = without.map(|forms| Profile { forms, ..later });
        assert_eq!(without.and_then(|it| it.forms_with(&all, &"b".into(), true)), expected);
    }
}
