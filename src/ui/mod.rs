//! The components that pages are made of.
//!
//! # Conventions
//! - Text properties take `Signal<String>` by `into`: a string, a `String`, or a closure that reads words
//!   (`label=move || w().save`). Use the closure, so that the language switches without a reload.
//! - What happens is a `Callback`: `on_press=move || …`, `on_change=move |value| …`.
//! - A value that a person sets is handed in (`value`) and handed back (`on_change`): the page, the address or the
//!   store owns it, not the component.
//! - Properties that hold a view take a closure: `actions=move || view! { … }.into_any()`.
//! - Look is in `style/components/`, one file a component. A page arranges with `.stack`, `.row`, `.split`, `.cards`
//!   (style/layout.css) and sets no colours and no type sizes.
//! - Every component in every state: the page `/kit`.

pub mod badge;
pub mod breadcrumb;
pub mod bullet;
pub mod button;
pub mod chart;
pub mod chart_frame;
pub mod chart_picture;
pub mod command_palette;
pub mod dialog;
pub mod dialog_form;
pub mod disclosure;
pub mod empty;
pub mod error_panel;
pub mod field;
pub mod file_task;
pub mod files_made;
pub mod finding;
pub mod focus;
pub mod frame;
pub mod icon;
pub mod link;
pub mod making;
pub mod menu;
pub mod named_button;
pub mod notice;
pub mod page_head;
pub mod parts;
pub mod password_field;
pub mod print_sheet;
pub mod qr;
pub mod safety;
pub mod save_line;
pub mod sector_filter;
pub mod segmented;
pub mod shortcut_help;
pub mod stat_card;
pub mod stat_cards;
pub mod table;
pub mod tabs;
pub mod task;
pub mod text_area;
pub mod to_deck;
pub mod toast;
pub mod toggle;
pub mod units_as;
pub mod version;
pub mod windowed;
