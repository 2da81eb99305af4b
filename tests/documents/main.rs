//! Writes the files that leave the app (reports, decks, annexes, meeting packs) for each of the five blocs, for a bloc of 130 units and for
//! names that would like to be more than text. `scripts/test-documents.sh` reads them again with other software.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod charts;
mod made;
mod parts;

use made::{deck, document, hostile, large};
use parts::{part, parts};
use so_khoi::exchange::worker::documents::{WriteAnnexes, WriteDocument, WriteMeetingPack, WriteSlides};
use so_khoi::exchange::worker::{Job, Work};
use so_khoi::model::text::Lang;
use so_khoi::report::document::Document;
use so_khoi::report::meeting_pack::{MeetingPack, annexes};
use so_khoi::report::slide_show::SlideShow;
use std::fs;
use std::path::PathBuf;

/// Has the worker do a job.
fn by_worker<J: Job<Answer = Vec<u8>> + Work>(job: J) -> Vec<u8>
where
    J::Refusal: std::fmt::Display + std::fmt::Debug,
{
    J::answered(J::done(job.asked(), &|_| ()).unwrap()).unwrap()
}

fn keep(name: &str, bytes: &[u8]) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("documents");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), bytes).unwrap();
}

fn all_of(name: &str, document: &Document, show: &SlideShow) {
    keep(&format!("{name}.docx"), &by_worker(WriteDocument(document.clone())));
    keep(&format!("{name}.pptx"), &by_worker(WriteSlides(show.clone())));
    let tables = WriteAnnexes(annexes(document), document.stamp.clone(), document.lang);
    keep(&format!("{name}.xlsx"), &by_worker(tables));
    keep(&format!("{name}.json"), &serde_json::to_vec(&(document, show)).unwrap());
}

const BLOCS: [(&str, &str); 5] = [
    ("hoa-binh-2021", "2021"),
    ("hoa-binh-2022", "2022"),
    ("long-an-2021", "2021"),
    ("dien-bien-2020", "2020"),
    ("agencies-2023", "2023"),
];

#[test]
fn every_bloc_has_its_files_in_both_languages() {
    for (bloc, year) in BLOCS {
        for lang in [Lang::Vi, Lang::En] {
            let tag = if lang == Lang::Vi { "vi" } else { "en" };
            all_of(&format!("{bloc}-{tag}"), &document(bloc, lang), &deck(bloc, year, lang));
        }
    }
}

#[test]
fn a_large_bloc_has_its_files() {
    let (document, show) = large();
    all_of("large", &document, &show);
}

#[test]
fn hostile_names_stay_text() {
    let (document, show) = hostile();
    all_of("hostile", &document, &show);
    let bytes = by_worker(WriteDocument(document.clone()));
    let xml = part(&bytes, "word/document.xml");
    assert!(
        xml.contains("&lt;w:p&gt;") && !xml.contains('\u{202e}') && !xml.contains('\u{1}'),
        "{xml}"
    );
    let xml = part(&by_worker(WriteSlides(show)), "ppt/slides/slide1.xml");
    assert!(
        xml.contains("&lt;w:p&gt;") && !xml.contains('\u{202e}') && !xml.contains('\u{1}'),
        "{xml}"
    );
}

#[test]
fn every_name_of_a_part_leads_to_a_part() {
    let (document, show) = large();
    for bytes in [by_worker(WriteDocument(document)), by_worker(WriteSlides(show))] {
        let names = parts(&bytes);
        let mut links = 0;
        for rels in names.iter().filter(|name| name.ends_with(".rels")) {
            for target in part(&bytes, rels).split("Target=\"/").skip(1) {
                let target = target.split('"').next().unwrap();
                assert!(names.iter().any(|name| name == target), "{rels} names {target}");
                links += 1;
            }
        }
        assert!(links > 8, "{links}");
        let types = part(&bytes, "[Content_Types].xml");
        for part in types.split("PartName=\"/").skip(1) {
            let part = part.split('"').next().unwrap();
            assert!(names.iter().any(|name| name == part), "{part}");
        }
    }
}

#[test]
fn a_chart_is_lines_and_dots_in_one() {
    let bytes = by_worker(WriteDocument(document("hoa-binh-2022", Lang::Vi)));
    let xml = part(&bytes, "word/document.xml");
    assert!(xml.contains("asvg:svgBlip") && xml.contains("<a:blip r:embed="));
    let names = parts(&bytes);
    assert!(names.iter().any(|name| name.ends_with(".svg")) && names.iter().any(|name| name.ends_with(".png")));
    // Without dots it cannot be shown everywhere: what it shows is said.
    let mut without = document("hoa-binh-2022", Lang::Vi);
    for block in &mut without.blocks {
        if let so_khoi::report::document::Block::Picture(picture) = block {
            picture.png.clear();
            assert!(!picture.alt.is_empty());
        }
    }
    let xml = part(&by_worker(WriteDocument(without)), "word/document.xml");
    assert!(!xml.contains("<w:drawing>"));
}

#[test]
fn the_same_figures_give_the_same_bytes() {
    let made = || by_worker(WriteDocument(document("hoa-binh-2022", Lang::Vi)));
    assert_eq!(made(), made());
}

#[test]
fn a_pack_holds_slides_report_annexes_and_exactly_their_figures() {
    for lang in [Lang::Vi, Lang::En] {
        let report = document("hoa-binh-2022", lang);
        let show = deck("hoa-binh-2022", "2022", lang);
        let pack = MeetingPack {
            lang,
            title: show.title.clone(),
            stamp: report.stamp.clone(),
            made: "05/12/2022 08:30".to_owned(),
            slides: Some(show.clone()),
            report: Some(report.clone()),
        };
        let names = pack.names();
        let bytes = by_worker(WriteMeetingPack(pack.clone()));
        keep(
            &format!("pack-{}.zip", if lang == Lang::Vi { "vi" } else { "en" }),
            &bytes,
        );
        let files = parts(&bytes);
        for name in [names.slides, names.report, names.annex] {
            assert!(files.iter().any(|file| file == name), "{name}");
        }
        let text = part(&bytes, &format!("{}.txt", names.figures));
        let json: serde_json::Value = serde_json::from_str(&part(&bytes, &format!("{}.json", names.figures))).unwrap();
        for slide in &show.slides {
            assert!(text.contains(&slide.headline), "{}", slide.headline);
            for cell in slide
                .figures
                .iter()
                .flat_map(|table| &table.rows)
                .flat_map(|row| &row.cells)
            {
                assert!(text.contains(&cell.text), "{}", cell.text);
            }
        }
        assert_eq!(json["slides"].as_array().unwrap().len(), show.slides.len());
        assert_eq!(
            json["slides"][0]["figures"],
            serde_json::to_value(&show.slides[0].figures).unwrap()
        );
        assert_eq!(
            json["report"]["annexes"],
            serde_json::to_value(&report.annexes).unwrap()
        );
        assert_eq!(json["stamp"], report.stamp.as_str());
        // The slides in it are those of the deck's own file.
        assert_eq!(
            part(&bytes_of(&bytes, names.slides), "ppt/slides/slide1.xml"),
            part(&by_worker(WriteSlides(show)), "ppt/slides/slide1.xml")
        );
    }
}

fn bytes_of(bytes: &[u8], name: &str) -> Vec<u8> {
    parts::bytes(bytes, name)
}
