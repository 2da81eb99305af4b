//! An exhibit as slides that are handed out.

use super::Exhibit;
use crate::i18n::presenting::PRESENTING;
use crate::model::deck::Form;
use crate::model::text::Lang;
use crate::report::document::Picture;
use crate::report::slide_show::{Body, ShownSlide};

/// The slides that show an exhibit in a form. `headline` is a person's; where it is empty, the finding stands. A chart that goes on over pages
/// is several slides; without a picture the table of the same figures takes its place.
pub fn slides(
    exhibit: &Exhibit,
    lang: Lang,
    form: Form,
    headline: &str,
    notes: &str,
    pictures: Vec<Picture>,
) -> Vec<ShownSlide> {
    let headline = if headline.is_empty() {
        &exhibit.finding
    } else {
        headline
    };
    let figures = (!exhibit.table.rows.is_empty()).then(|| exhibit.table.clone());
    let slide = |headline: String, body: Body, first: bool| ShownSlide {
        headline,
        sentence: exhibit.sentence.clone(),
        foot: exhibit.facts.join(" · "),
        body,
        notes: if first { notes.to_owned() } else { String::new() },
        figures: figures.clone().filter(|_| first),
    };
    let table = || figures.clone().map_or(Body::Nothing, Body::Table);
    let one = |body: Body| vec![slide(headline.to_owned(), body, true)];
    match form {
        Form::Chart if !pictures.is_empty() => {
            let count = pictures.len();
            let page = |(at, picture): (usize, Picture)| {
                let headline = match count {
                    1 => headline.to_owned(),
                    _ => format!("{headline} ({}/{count})", at + 1),
                };
                slide(headline, Body::Picture(picture), at == 0)
            };
            pictures.into_iter().enumerate().map(page).collect()
        }
        Form::Chart | Form::Table => one(table()),
        Form::Missing if exhibit.missing.is_empty() => {
            one(Body::Words(vec![PRESENTING.in_lang(lang).all_reported.to_owned()]))
        }
        Form::Missing => one(Body::List(exhibit.missing.clone())),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::Scope;
    use crate::catalogue::Catalogue;
    use crate::exhibit::make;
    use crate::exhibit::subject::Subject;
    use crate::model::ledger::Ledger;
    use crate::model::period::Period;

    #[test]
    fn a_slide_says_the_finding_and_never_stands_without_its_figures() {
        let records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        let subject = Subject::new(&["admission", "units"], Period::Year(2022));
        let exhibit = make(&scope, Lang::Vi, &subject).unwrap();
        let made = |form, headline, pictures| slides(&exhibit, Lang::Vi, form, headline, "lời", pictures);
        let without = made(Form::Chart, "", Vec::new());
        assert_eq!(without[0].headline, exhibit.finding);
        assert_eq!(without[0].body, Body::Table(exhibit.table.clone()));
        let pages = made(Form::Chart, "Của tôi", vec![Picture::default(); 2]);
        let heads: Vec<&str> = pages.iter().map(|page| page.headline.as_str()).collect();
        assert_eq!(heads, ["Của tôi (1/2)", "Của tôi (2/2)"]);
        assert_eq!(pages[0].notes, "lời");
        assert!(pages[0].figures.is_some() && pages[1].figures.is_none());
        // Nobody is missing: that is said.
        assert!(matches!(&made(Form::Missing, "", Vec::new())[0].body, Body::Words(_)));
    }
}
