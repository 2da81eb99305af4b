//! One slide, and its notes.

use super::frame::{LAYOUT, NOTES_MASTER};
use super::opening::Plan;
use super::pages::{AFTER_WORDS, Page, PageBody, word_size};
use super::text::{INK, Letters, QUIET, paragraphs, run};
use super::{NAMES, media, table};
use crate::exchange::export::ooxml::EMU_PER_PX;
use crate::exchange::export::ooxml::measure::fitting;
use crate::exchange::export::ooxml::package::Package;
use crate::exchange::export::ooxml::picture::{blip, place, within};
use crate::exchange::export::ooxml::xml::text;
use crate::model::text::Lang;
use crate::report::document::Picture;
use crate::report::slide_show::{Body, SlideShow};

/// EMU in a point.
pub(super) const EMU_PER_PT: f64 = 12_700.0;
/// Places on the slide, in pixels of 1280 × 720: left, top, width, height. A twentieth of it stays free at the edges.
pub(super) const TITLE: [u64; 4] = [64, 30, 1152, 96];
pub(super) const SENTENCE: [u64; 4] = [64, 128, 1152, 50];
pub(super) const BODY: [u64; 4] = [64, 188, 1152, 452];
pub(super) const FOOT: [u64; 4] = [64, 650, 1040, 44];
pub(super) const NUMBER: [u64; 4] = [1116, 650, 100, 44];
/// The room of the body in points.
pub(super) const BODY_PT: (f64, f64) = (1152.0 * 0.75, 452.0 * 0.75);
/// The type sizes of names in one, two and three columns.
pub(super) const LIST_SIZES: [f64; 3] = [20.0, 16.0, 14.0];

pub(super) const TITLE_SIZES: [f64; 5] = [30.0, 27.0, 24.0, 21.0, 18.0];
const SENTENCE_SIZES: [f64; 3] = [15.0, 13.0, 11.0];
const FOOT_SIZES: [f64; 3] = [13.0, 12.0, 10.0];

/// Puts in a slide and its notes, and answers its name.
pub(super) fn put(
    package: &mut Package,
    show: &SlideShow,
    page: &Page<'_>,
    number: usize,
    pictures: &mut usize,
) -> String {
    let name = format!("ppt/slides/slide{number}.xml");
    package.link(&name, "slideLayout", LAYOUT);
    let (lang, slide) = (show.lang, page.slide);
    let headline = match page.part {
        (_, 1) => slide.headline.clone(),
        (part, of) => format!("{} ({part}/{of})", slide.headline),
    };
    let foot = if slide.foot.is_empty() {
        &show.stamp
    } else {
        &slide.foot
    };
    let plan = Plan::of(page, &headline);
    let mut shapes = plan.before(lang, slide);
    shapes.push_str(&plan.title(lang, &headline));
    if !slide.sentence.is_empty() {
        shapes.push_str(&placeholder(
            lang,
            3,
            "body",
            "10",
            &slide.sentence,
            SENTENCE,
            &SENTENCE_SIZES,
            false,
        ));
    }
    shapes.push_str(&match plan {
        Plan::Figures => body(package, &name, show, page, pictures),
        Plan::Opening { .. } | Plan::Words { .. } => plan.after(lang, slide),
    });
    let foot = match &slide.body {
        Body::Opening(opening) => &opening.foot(),
        _ => foot,
    };
    if !foot.is_empty() {
        shapes.push_str(&placeholder(lang, 5, "body", "11", foot, FOOT, &FOOT_SIZES, false));
    }
    shapes.push_str(&slide_number(lang));
    if !slide.notes.trim().is_empty() {
        notes(package, lang, &name, number, &slide.notes);
    }
    package.put(
        &name,
        media::SLIDE,
        &format!(
            "<p:sld {NAMES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>\
             {shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        ),
    );
    name
}

#[allow(clippy::too_many_arguments)]
pub(super) fn placeholder(
    lang: Lang,
    id: u32,
    kind: &str,
    idx: &str,
    words: &str,
    at: [u64; 4],
    sizes: &[f64],
    bold: bool,
) -> String {
    let (wide, high) = (at[2] as f64 * 0.75, at[3] as f64 * 0.75);
    // Arial is wider than what is measured, bold letters most.
    let size = fitting(words, wide / if bold { 1.14 } else { 1.06 }, high, sizes);
    let letters = Letters {
        size,
        bold,
        colour: if bold { INK } else { QUIET },
    };
    let idx = if idx.is_empty() {
        String::new()
    } else {
        format!(" idx=\"{idx}\"")
    };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{kind} {id}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"{kind}\"{idx}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{}</p:txBody></p:sp>",
        paragraphs(lang, words, letters, "")
    )
}

fn slide_number(lang: Lang) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"6\" name=\"number 6\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"sldNum\" sz=\"quarter\" idx=\"12\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>\
         <a:p><a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\"><a:rPr lang=\"{}\" sz=\"1300\"><a:latin typeface=\"Arial\"/></a:rPr><a:t>‹#›</a:t></a:fld></a:p>\
         </p:txBody></p:sp>",
        super::tag(lang)
    )
}

fn body(package: &mut Package, part: &str, show: &SlideShow, page: &Page<'_>, pictures: &mut usize) -> String {
    let place_at = (BODY[0] * EMU_PER_PX, BODY[1] * EMU_PER_PX);
    match &page.body {
        PageBody::Rows(whole, rows) => table::frame(show.lang, whole, rows, place_at, 4),
        PageBody::Names(names, columns) => {
            let letters = Letters {
                size: LIST_SIZES[columns - 1],
                bold: false,
                colour: INK,
            };
            let gap = if *columns > 1 {
                " numCol=\"{n}\" spcCol=\"228600\""
            } else {
                ""
            };
            let own = gap.replace("{n}", &columns.to_string());
            words_box(show.lang, &names.join("\n"), letters, &own, 600)
        }
        PageBody::Whole(Body::Picture(picture)) => shown(package, part, picture, pictures)
            .unwrap_or_else(|| said(show.lang, std::slice::from_ref(&picture.alt))),
        PageBody::Words(words) => said(show.lang, words),
        PageBody::Whole(Body::Words(words)) => said(show.lang, words),
        PageBody::Whole(_) => String::new(),
    }
}

fn said(lang: Lang, words: &[String]) -> String {
    let letters = Letters {
        size: word_size(words),
        bold: false,
        colour: INK,
    };
    words_box(lang, &words.join("\n"), letters, "", (AFTER_WORDS * 100.0) as u32)
}

fn words_box(lang: Lang, words: &str, letters: Letters, columns: &str, after: u32) -> String {
    let [x, y, wide, high] = BODY.map(|px| px * EMU_PER_PX);
    let own = format!("<a:pPr><a:spcAft><a:spcPts val=\"{after}\"/></a:spcAft></a:pPr>");
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"4\" name=\"text 4\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>\
         <a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/>\
         </p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"{columns}/><a:lstStyle/>{}</p:txBody></p:sp>",
        paragraphs(lang, words, letters, &own)
    )
}

fn shown(package: &mut Package, part: &str, picture: &Picture, pictures: &mut usize) -> Option<String> {
    let number = *pictures + 1;
    let placed = place(package, part, "ppt", number, picture)?;
    *pictures = number;
    let [left, top, room_wide, room_high] = BODY.map(|px| px * EMU_PER_PX);
    // A small picture is drawn larger: its lines stay sharp.
    let (wide, high) = within(picture, room_wide, room_high, EMU_PER_PX * 4);
    let (x, y) = (left + (room_wide - wide) / 2, top + (room_high - high) / 2);
    Some(format!(
        "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"{}\" descr=\"{}\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>\
         <p:blipFill>{}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>",
        text(&picture.title),
        text(&picture.alt),
        blip(&placed)
    ))
}

fn notes(package: &mut Package, lang: Lang, slide: &str, number: usize, words: &str) {
    let name = format!("ppt/notesSlides/notesSlide{number}.xml");
    package.link(slide, "notesSlide", &name);
    package.link(&name, "notesMaster", NOTES_MASTER);
    package.link(&name, "slide", slide);
    let letters = Letters {
        size: 12.0,
        bold: false,
        colour: INK,
    };
    let lines: String = words
        .lines()
        .map(|line| format!("<a:p>{}</a:p>", run(lang, line, letters)))
        .collect();
    package.put(
        &name,
        media::NOTES,
        &format!(
            "<p:notes {NAMES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>\
             <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"slide 2\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
             <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"notes 3\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{lines}</p:txBody></p:sp>\
             </p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
        ),
    );
}
