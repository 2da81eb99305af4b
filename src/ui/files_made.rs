//! Reports and decks as files: what is frozen at the press of a button is drawn, handed to the worker, and offered.
//!
//! Everything of one file comes from one value that the page made at that moment, so that no figure in it is older than another.

use super::chart_picture::{self, Use};
use super::file_task::{DOCX, Ended, FileTask, PPTX, XLSX, ZIP};
use super::print_sheet::{self, Sheet};
use crate::exchange::worker::documents::{WriteAnnexes, WriteDocument, WriteMeetingPack, WriteSlides};
use crate::exhibit::Exhibit;
use crate::exhibit::slide::slides;
use crate::model::deck::Form;
use crate::model::text::Lang;
use crate::platform::clock::moment;
use crate::platform::echarts::Library;
use crate::report::document::{Document, Picture};
use crate::report::meeting_pack::{MeetingPack, annexes};
use crate::report::slide_show::{Body, Opening, ShownSlide, SlideShow};

/// Puts pictures into a document: called once for each chart, in their order.
pub type Put<'a> = &'a mut dyn FnMut(&Exhibit) -> Option<Picture>;

/// A report as it is now.
pub struct ReportNow {
    /// What it is called.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// Its charts, in their order.
    pub charts: Vec<Exhibit>,
    /// The document, with a picture for each chart.
    pub document: Box<dyn Fn(Put<'_>) -> Document>,
}

/// A deck as it is shown.
pub struct DeckNow {
    /// What it is called.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// What its figures stand for.
    pub stamp: String,
    /// When they were frozen, in milliseconds since 1970.
    pub at_ms: i64,
    /// Its slides.
    pub slides: Vec<SlideNow>,
}

/// A slide as it is shown.
pub struct SlideNow {
    /// The figures; none on a slide of words.
    pub exhibit: Option<Exhibit>,
    /// What of them it shows.
    pub form: Form,
    /// A person's headline; empty where the finding stands.
    pub headline: String,
    /// The words of a slide of words, a line each.
    pub words: Vec<String>,
    /// What stands around the headline of the slide that opens the deck.
    pub opening: Option<Opening>,
    /// What the presenter wants to say.
    pub notes: String,
}

/// Draws charts, and tells how far it is between two percentages.
struct Painter {
    task: FileTask,
    library: Option<Library>,
    lang: Lang,
}

impl Painter {
    async fn new(task: FileTask, lang: Lang) -> Painter {
        let library = chart_picture::library().await;
        if library.is_none() {
            task.note(|w| w.without_charts);
        }
        Painter { task, library, lang }
    }

    async fn all<'a>(
        &self,
        charts: impl ExactSizeIterator<Item = Option<&'a Exhibit>>,
        purpose: Use,
        (from, to): (usize, usize),
    ) -> Result<Vec<Vec<Picture>>, Ended> {
        let count = charts.len().max(1);
        let mut pictures = Vec::with_capacity(charts.len());
        for (at, exhibit) in charts.enumerate() {
            self.task.told((from + (to - from) * at / count) as u8)?;
            pictures.push(match (&self.library, exhibit) {
                (Some(library), Some(exhibit)) => chart_picture::pictures(library, exhibit, self.lang, purpose).await,
                _ => Vec::new(),
            });
        }
        Ok(pictures)
    }

    /// The document of a report.
    async fn report(&self, report: &ReportNow, span: (usize, usize)) -> Result<Document, Ended> {
        let pictures = self.all(report.charts.iter().map(Some), Use::Paper, span).await?;
        let mut pictures = pictures.into_iter();
        Ok((report.document)(&mut |_| pictures.next()?.into_iter().next()))
    }

    /// The slides of a deck.
    async fn deck(&self, deck: &DeckNow, span: (usize, usize)) -> Result<SlideShow, Ended> {
        let drawn = deck
            .slides
            .iter()
            .map(|of| of.exhibit.as_ref().filter(|_| of.form == Form::Chart));
        let pictures = self.all(drawn, Use::Slide, span).await?;
        let slides = deck
            .slides
            .iter()
            .zip(pictures)
            .flat_map(|(of, pictures)| match &of.exhibit {
                Some(exhibit) => slides(exhibit, deck.lang, of.form, &of.headline, &of.notes, pictures),
                None => vec![ShownSlide {
                    headline: of.headline.clone(),
                    body: match &of.opening {
                        Some(opening) => Body::Opening(opening.clone()),
                        None => Body::Words(of.words.clone()),
                    },
                    notes: of.notes.clone(),
                    ..ShownSlide::default()
                }],
            });
        Ok(SlideShow {
            lang: deck.lang,
            title: deck.name.clone(),
            stamp: deck.stamp.clone(),
            slides: slides.collect(),
        })
    }
}

/// The slides of a report that has no deck: each of its charts.
fn charts_as_deck(report: &ReportNow, stamp: String, at_ms: i64) -> DeckNow {
    let slides = report.charts.iter().map(|exhibit| SlideNow {
        exhibit: Some(exhibit.clone()),
        form: Form::Chart,
        headline: String::new(),
        words: Vec::new(),
        opening: None,
        notes: String::new(),
    });
    DeckNow {
        name: report.name.clone(),
        lang: report.lang,
        stamp,
        at_ms,
        slides: slides.collect(),
    }
}

/// A report as a Word file.
///
/// # Errors
/// When it was stopped or could not be made; the task says why. So of all of these.
pub async fn docx(task: FileTask, report: ReportNow) -> Result<(), Ended> {
    let painter = Painter::new(task, report.lang).await;
    let document = painter.report(&report, (0, 60)).await?;
    let bytes = task.work(60, WriteDocument(document)).await?;
    task.offer(&report.name, DOCX, &bytes)
}

/// A report's tables as an Excel file.
///
/// # Errors
/// As [`docx`].
pub async fn xlsx(task: FileTask, report: ReportNow) -> Result<(), Ended> {
    let document = (report.document)(&mut |_| None);
    let tables = annexes(&document);
    if tables.is_empty() {
        return Err(task.failed(|w| w.nothing));
    }
    let bytes = task
        .work(10, WriteAnnexes(tables, document.stamp, document.lang))
        .await?;
    task.offer(&report.name, XLSX, &bytes)
}

/// A report on paper.
///
/// # Errors
/// As [`docx`].
pub async fn print_report(task: FileTask, report: ReportNow) -> Result<(), Ended> {
    let painter = Painter::new(task, report.lang).await;
    let document = painter.report(&report, (0, 90)).await?;
    let printed = print_sheet::print(Sheet::Report(Box::new(document)), &report.name).await;
    printed.ok_or_else(|| task.failed(|w| w.failed))
}

/// A deck as a PowerPoint file.
///
/// # Errors
/// As [`docx`].
pub async fn pptx(task: FileTask, deck: DeckNow) -> Result<(), Ended> {
    let painter = Painter::new(task, deck.lang).await;
    let show = painter.deck(&deck, (0, 60)).await?;
    let bytes = task.work(60, WriteSlides(show)).await?;
    task.offer(&deck.name, PPTX, &bytes)
}

/// A deck on paper, a slide a page.
///
/// # Errors
/// As [`docx`].
pub async fn print_deck(task: FileTask, deck: DeckNow) -> Result<(), Ended> {
    let painter = Painter::new(task, deck.lang).await;
    let show = painter.deck(&deck, (0, 90)).await?;
    let printed = print_sheet::print(Sheet::Deck(Box::new(show)), &deck.name).await;
    printed.ok_or_else(|| task.failed(|w| w.failed))
}

/// Slides, report and annexes in one file. Without a deck the report's charts are the slides.
///
/// # Errors
/// As [`docx`].
pub async fn pack(task: FileTask, deck: Option<DeckNow>, report: Option<ReportNow>, at_ms: i64) -> Result<(), Ended> {
    let lang = deck
        .as_ref()
        .map(|deck| deck.lang)
        .or(report.as_ref().map(|report| report.lang));
    let painter = Painter::new(task, lang.unwrap_or_default()).await;
    let document = match &report {
        Some(report) => Some(painter.report(report, (0, 35)).await?),
        None => None,
    };
    let of_report = || {
        let stamp = document.as_ref().map(|document| document.stamp.clone());
        report
            .as_ref()
            .map(|report| charts_as_deck(report, stamp.unwrap_or_default(), at_ms))
    };
    let Some(deck) = deck.or_else(of_report) else {
        return Err(task.failed(|w| w.nothing));
    };
    let show = painter.deck(&deck, (35, 70)).await?;
    let stamp = document
        .as_ref()
        .map_or(&deck.stamp, |document| &document.stamp)
        .clone();
    let pack = MeetingPack {
        lang: deck.lang,
        title: deck.name.clone(),
        stamp,
        made: moment(deck.lang, deck.at_ms),
        slides: Some(show).filter(|show| !show.slides.is_empty()),
        report: document,
    };
    let bytes = task.work(70, WriteMeetingPack(pack)).await?;
    task.offer(&deck.name, ZIP, &bytes)
}
