//! Scanning a QR code with the camera: a button, and the picture while the camera is on.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{HtmlVideoElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::i18n::join::{JOIN, Join};
use crate::platform::camera::{NoScan, Scan, can_scan};
use crate::state::preferences::use_words;
use crate::state::router::after_drawing;
use crate::ui::button::Button;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};

/// The scanner. The camera is off until it is asked for, and off again when a code was read or the page is left.
#[component]
pub fn Scanner(
    /// Called with what a code says.
    #[prop(into)]
    on_read: Callback<(String,)>,
) -> impl IntoView {
    let w = use_words(&JOIN);
    let video = NodeRef::<html::Video>::new();
    let is_on = RwSignal::new(false);
    let problem = RwSignal::new(None::<fn(&Join) -> &'static str>);
    on_cleanup(move || {
        let _ = is_on.try_set(false);
    });
    let begin = move || {
        problem.set(None);
        if !can_scan() {
            return problem.set(Some(word(NoScan::Unable)));
        }
        let Some(video) = video.get_untracked() else { return };
        is_on.set(true);
        let picture = video.clone();
        after_drawing(move || into_view(&picture));
        spawn_local(async move {
            let scan = match Scan::begin(video).await {
                Ok(scan) => scan,
                Err(why) => {
                    let _ = is_on.try_set(false);
                    let _ = problem.try_set(Some(word(why)));
                    return;
                }
            };
            let read = scan.read(|| is_on.try_get_untracked() == Some(true)).await;
            drop(scan);
            let _ = is_on.try_set(false);
            if let Some(text) = read {
                let _ = on_read.try_run((text,));
            }
        });
    };
    view! {
        <div class="scanner">
            <Button
                label=move || if is_on.get() { w().scan_stop } else { w().scan }
                icon=IconName::Picture
                on_press=move || if is_on.get_untracked() { is_on.set(false) } else { begin() }
            />
            <p class="muted" role="status">
                {move || is_on.get().then(|| w().scanning)}
            </p>
            <video
                node_ref=video
                class="scanner__picture"
                hidden=move || !is_on.get()
                aria-label=move || w().scan_picture
                prop:muted=true
                playsinline
            ></video>
            <div role="alert">
                {move || {
                    problem
                        .get()
                        .map(|word| view! { <Notice kind=NoticeKind::Warning>{move || word(w())}</Notice> })
                }}
            </div>
        </div>
    }
}

/// On a phone the picture begins below the fold, behind the keyboard or the navigation.
fn into_view(picture: &HtmlVideoElement) {
    let how = ScrollIntoViewOptions::new();
    how.set_block(ScrollLogicalPosition::Center);
    picture.scroll_into_view_with_scroll_into_view_options(&how);
}

fn word(why: NoScan) -> fn(&Join) -> &'static str {
    match why {
        NoScan::Unable => |w| w.scan_unable,
        NoScan::Refused => |w| w.scan_refused,
        NoScan::NoCamera => |w| w.scan_no_camera,
        NoScan::Taken => |w| w.scan_taken,
        NoScan::NotFetched => |w| w.scan_not_fetched,
    }
}
