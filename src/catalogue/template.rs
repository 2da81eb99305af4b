//! Templates of period reports: which report is written for which period, of which sections, and how its head and foot look. All
//! of it is data (`built_in/templates.toml`), and none of it is fetched before somebody opens the reports.

use super::CatalogueError;
use crate::model::from_json::{self, FromJson};
use crate::model::id::TemplateId;
use crate::model::period::{Period, PeriodKind};
use crate::model::text::Text;
use serde::Serialize;
use std::sync::OnceLock;

pub(super) const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/templates.json"));

/// Everything about reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(default, deny_unknown_fields)]
pub struct Templates {
    /// Heads and feet, by the years in which they hold.
    pub formats: Vec<Format>,
    /// Who stands above a bloc, by what its name says of its place.
    pub places: Vec<Place>,
    /// The reports.
    pub templates: Vec<Template>,
    /// What they are made of.
    pub sections: Vec<Section>,
}

/// The lines of a document's head and foot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// Its identifier.
    pub id: String,
    /// The first year in which it holds; without it, always before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<i32>,
    /// The last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<i32>,
    /// The document that prescribes it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// What an office should know of it before signing: what it follows, or what of it nothing confirms.
    pub note: Text,
    /// "ĐẢNG CỘNG SẢN VIỆT NAM".
    pub party: Text,
    /// "BÁO CÁO".
    pub title: Text,
    /// Number and symbol, with room for the number.
    pub number: Text,
    /// Place and date.
    pub place_and_date: Text,
    /// "Nơi nhận:".
    pub recipients_head: Text,
    /// Who gets it.
    pub recipients: Vec<Text>,
    /// On whose behalf, and who signs.
    pub signature: Vec<Text>,
    /// Whether counts below ten are written with two digits (05).
    pub pad_counts: bool,
}

/// Who stands above a bloc whose name says where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The word before the place in the bloc's name.
    pub after: String,
    /// Who is above there.
    pub above: Text,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its identifier.
    pub id: TemplateId,
    /// The kind of period that it is written for.
    pub period: PeriodKind,
    /// Its name.
    pub label: Text,
    /// What stands below "BÁO CÁO".
    pub subject: Text,
    /// Its sections, in order.
    pub sections: Vec<String>,
    /// The first year that it is offered for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<i32>,
    /// The last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<i32>,
}

/// A section: "I. ĐẶC ĐIỂM, TÌNH HÌNH".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its identifier.
    pub id: String,
    /// Its heading, without its number.
    pub title: Text,
    /// What stands in it.
    pub parts: Vec<Part>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its identifier, the beginning of those of its paragraphs.
    pub id: String,
    /// Its heading, without its number; none where the section's is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// What it tells.
    pub content: Content,
    /// Charts that stand in it, as subjects of exhibits without their period; `{drive}` is each study drive of the period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charts: Vec<String>,
    /// Tables after the signature, written likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annexes: Vec<String>,
}

/// What a part tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Organisations and members.
    Situation,
    /// The study drives of the period.
    Studies,
    /// Admissions and transfers.
    Admission,
    /// A topic of the catalogue.
    Topic(String),
    /// The targets that bear on the period.
    Targets,
    /// The targets of the period after it.
    NextTargets,
    /// What nobody has reported of the parts above it.
    Lacking,
    /// A place for a person to write.
    Write(Write),
}

/// A place to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Write {
    /// What belongs there.
    pub prompt: Text,
    /// What the figures offer for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub help: Vec<Help>,
}

/// What figures offer to who writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Help {
    /// Units that are late.
    Late,
    /// Targets that are not reached.
    Targets,
    /// What does not hold in the figures.
    Findings,
}

impl Templates {
    /// The built-in templates. A test proves that they are read; unreadable, there are none.
    pub fn built_in() -> &'static Templates {
        static READ: OnceLock<Templates> = OnceLock::new();
        READ.get_or_init(|| Templates::read(BUILT_IN).unwrap_or_default())
    }

    fn read(text: &str) -> Result<Templates, CatalogueError> {
        Ok(from_json::read(text.as_bytes())?)
    }

    /// A template.
    pub fn template(&self, id: &TemplateId) -> Option<&Template> {
        self.templates.iter().find(|template| template.id == *id)
    }

    /// The template of a period: of its kind and valid in its last year.
    pub fn of_period(&self, period: &Period, year: i32) -> Option<&Template> {
        let of_kind = |template: &&Template| {
            template.period == period.kind() && holds(template.valid_from, template.valid_to, year)
        };
        self.templates.iter().find(of_kind)
    }

    /// The sections of a template, in order; what it names and nothing describes is left out.
    pub fn sections_of<'t>(&'t self, template: &'t Template) -> impl Iterator<Item = &'t Section> {
        let section = |id: &String| self.sections.iter().find(|section| section.id == *id);
        template.sections.iter().filter_map(section)
    }

    /// The format that holds in a year; the last one where none says so.
    pub fn format_in(&self, year: i32) -> Option<&Format> {
        let mut formats = self.formats.iter().rev();
        let holding = formats.find(|format| holds(format.valid_from, format.valid_to, year));
        holding.or(self.formats.last())
    }
}

fn holds(from: Option<i32>, to: Option<i32>, year: i32) -> bool {
    from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::catalogue::topic::OWN_TOPIC;
    use std::collections::HashSet;

    #[test]
    fn the_file_is_read_and_names_what_there_is() {
        let all = Templates::read(BUILT_IN).unwrap();
        let catalogue = Catalogue::built_in().unwrap();
        for template in &all.templates {
            let sections: Vec<&Section> = all.sections_of(template).collect();
            assert_eq!(sections.len(), template.sections.len(), "{}", template.id);
            let parts: Vec<&Part> = sections.iter().flat_map(|section| &section.parts).collect();
            let ids: HashSet<&str> = parts.iter().map(|part| part.id.as_str()).collect();
            assert_eq!(ids.len(), parts.len(), "{}: two parts of one name", template.id);
            for part in parts {
                if let Content::Topic(topic) = &part.content {
                    assert!(catalogue.topic(topic).is_some() || topic == OWN_TOPIC, "{topic}");
                }
            }
        }
        let texts = all.sections.iter().map(|section| &section.title);
        let texts = texts.chain(all.templates.iter().flat_map(|it| [&it.label, &it.subject]));
        assert!(texts.into_iter().all(|text| !text.vi.is_empty() && !text.en.is_empty()));
    }

    #[test]
    fn every_kind_of_period_has_its_report() {
        let all = Templates::built_in();
        for text in [
            "2022-11",
            "2022-Q3",
            "2022-H1",
            "2022-M9",
            "2022",
            "2020..2025",
            "drive:a",
        ] {
            assert!(all.of_period(&text.parse().unwrap(), 2022).is_some(), "{text}");
        }
        assert_eq!(all.format_in(2021).unwrap().id, "hd-36");
        assert_eq!(all.format_in(2026).unwrap().id, "from-2026");
    }

    #[test]
    fn every_topic_of_the_catalogue_has_its_place_in_a_year() {
        let (all, catalogue) = (Templates::built_in(), Catalogue::built_in().unwrap());
        let year = all.template(&"year".into()).unwrap();
        let told: HashSet<&str> = all
            .sections_of(year)
            .flat_map(|section| &section.parts)
            .filter_map(|part| match &part.content {
                Content::Topic(topic) => Some(topic.as_str()),
                _ => None,
            })
            .collect();
        assert!(catalogue.topics().iter().all(|topic| told.contains(topic.id.as_str())));
    }
}
