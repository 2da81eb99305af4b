//! A bloc's own additions joined to the built-in catalogue.

use super::topic::{OWN_TOPIC, Topic, TopicColour, TopicIcon};
use super::{Catalogue, Part};
use crate::model::id::FormId;
use crate::model::indicator::Indicator;
use crate::model::measure::Form;
use crate::model::own::{OwnSection, OwnThing, is_own};
use crate::model::text::Text;
use std::borrow::Cow;

impl Catalogue {
    /// The built-in catalogue with what a bloc has added. Were the built-in one not readable (a test proves that it
    /// is), the bloc's own would stand alone.
    pub fn with_own(things: &[OwnThing]) -> Catalogue {
        let mut catalogue = Catalogue::built_in().unwrap_or_default();
        catalogue.add(things);
        catalogue
    }

    /// Adds a bloc's own things to a built-in catalogue: their sections stand at the end of their forms, and what has no
    /// page of its own stands on one topic, the last.
    pub fn add(&mut self, things: &[OwnThing]) {
        if things.is_empty() {
            return;
        }
        let mut part = Part::default();
        let mut sections: Vec<&OwnSection> = Vec::new();
        for thing in things {
            match thing.clone() {
                OwnThing::Area(area) => part.areas.push(area),
                OwnThing::CountingUnit(unit) => part.counting_units.push(unit),
                OwnThing::OptionSet(set) => part.option_sets.push(set),
                OwnThing::Measure(measure) => part.measures.push(measure),
                OwnThing::Form(form) => part.forms.push(form),
                OwnThing::Indicator(indicator) => part.indicators.push(indicator),
                OwnThing::Rule(rule) => part.rules.push(rule),
                OwnThing::Section(_) => {}
            }
            if let OwnThing::Section(section) = thing {
                sections.push(section);
            }
        }
        self.merge(part);
        for section in sections {
            if let Some(&at) = self.forms.get(&section.form) {
                self.part.forms[at].sections.push(section.on_form());
            }
        }
        self.own_topic();
    }

    /// A form as a topic shows it: on the topic of what the bloc has added, only that.
    pub fn shown_on<'f>(&self, topic: &Topic, form: &'f Form) -> Cow<'f, Form> {
        if topic.id != OWN_TOPIC || is_own(form.id.as_str()) {
            return Cow::Borrowed(form);
        }
        let mut added = form.clone();
        for section in &mut added.sections {
            section.measures.retain(|id| self.is_added_to(form, id.as_str()));
        }
        Cow::Owned(added)
    }

    /// Whether a measure of a form is the bloc's own, or an indicator of the bloc's own counts it there.
    fn is_added_to(&self, form: &Form, measure: &str) -> bool {
        let counts = |it: &Indicator| {
            let mut cells = it.numerator.cells().iter();
            is_own(it.id.as_str()) && it.form == form.id && cells.any(|cell| cell.measure() == measure)
        };
        is_own(measure) || self.indicators().iter().any(counts)
    }

    /// The forms that stand on no topic and are the bloc's own, or built-in ones that it has added to and that have a page
    /// of their own kind (admissions, drives), which shows nothing but what it was made for.
    fn own_topic(&mut self) {
        let on_topic = |form: &FormId| self.topics().iter().any(|topic| topic.forms.contains(form));
        let shown = |form: &&Form| !on_topic(&form.id) && form.measures().any(|id| self.is_added_to(form, id.as_str()));
        let forms = self.forms().iter().filter(shown);
        let forms: Vec<FormId> = forms.map(|form| form.id.clone()).collect();
        if forms.is_empty() {
            return;
        }
        let own = self.indicators().iter().filter(|it| is_own(it.id.as_str()));
        let own = own.filter(|it| forms.contains(&it.form));
        let headline = own.map(|it| it.id.clone()).collect();
        self.part.topics.push(Topic {
            id: OWN_TOPIC.to_owned(),
            label: Text::new("Biểu riêng của Khối", "The bloc's own forms"),
            icon: TopicIcon::Tasks,
            colour: TopicColour::Blue,
            forms,
            headline,
            beside: Vec::new(),
        });
    }
}
