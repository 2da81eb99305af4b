//! A meeting pack as a zip: slides, report, annexes, the slides' charts as pictures, and the figures of all of it as text and as JSON.

use super::ooxml::NotPacked;
use super::ooxml::package::zipped;
use super::ooxml::picture::decoded;
use super::{annex_file, docx, pptx};
use crate::report::meeting_pack::MeetingPack;
use crate::report::slide_show::Body;

/// The file. `progress` is told whole percents.
///
/// # Errors
/// When a part of it does not fit into its file.
pub fn write(pack: &MeetingPack, progress: &dyn Fn(u8)) -> Result<Vec<u8>, NotPacked> {
    let names = pack.names();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    if let Some(show) = &pack.slides {
        let bytes = pptx::write(show, &|percent| progress(percent / 4))?;
        files.push((names.slides.to_owned(), bytes));
    }
    if let Some(report) = &pack.report {
        let bytes = docx::write(report, &|percent| progress(25 + percent / 4))?;
        files.push((names.report.to_owned(), bytes));
    }
    let annexes = pack.annexes();
    if !annexes.is_empty() {
        let told = |percent| progress(50 + percent / 4);
        let bytes = annex_file::write(&annexes, &pack.stamp, pack.lang, &told).map_err(|_| NotPacked)?;
        files.push((names.annex.to_owned(), bytes));
    }
    for (at, slide) in pack.slides.iter().flat_map(|show| &show.slides).enumerate() {
        if let Body::Picture(picture) = &slide.body {
            let name = format!("{}/{:02}", names.pictures, at + 1);
            if !picture.svg.is_empty() {
                files.push((format!("{name}.svg"), picture.svg.clone().into_bytes()));
            }
            if let Some(png) = decoded(&picture.png).filter(|bytes| !bytes.is_empty()) {
                files.push((format!("{name}.png"), png));
            }
        }
    }
    let json = serde_json::to_vec_pretty(&pack.figures()).map_err(|_| NotPacked)?;
    files.push((format!("{}.json", names.figures), json));
    // Plain editors of text know Vietnamese letters by the mark.
    files.push((
        format!("{}.txt", names.figures),
        format!("\u{feff}{}", pack.text()).into_bytes(),
    ));
    zipped(&files, &|percent| progress(75 + percent / 4))
}
