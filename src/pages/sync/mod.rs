//! Đồng bộ: what is on this device and what a server has, what two people entered differently, what waits or was refused, and
//! for the committee which devices are behind.
//!
//! * [`contests`]: open conflicts read, put in order and grouped, and the act that settles them; [`effect`]: what a choice
//!   does to the totals; [`queue`]: ops and what became of them, as lines and as files; [`devices`]: which need somebody.
//!   Plain functions, tested natively.
//! * The rest draws.

pub mod contests;
pub mod devices;
pub mod effect;
pub mod queue;

#[cfg(target_arch = "wasm32")]
mod alone;
#[cfg(target_arch = "wasm32")]
mod attention;
#[cfg(target_arch = "wasm32")]
mod contest;
#[cfg(target_arch = "wasm32")]
mod contest_list;
#[cfg(target_arch = "wasm32")]
mod device_list;
#[cfg(target_arch = "wasm32")]
mod head;
#[cfg(target_arch = "wasm32")]
mod history;
#[cfg(target_arch = "wasm32")]
mod nothing;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
pub mod queue_files;
#[cfg(target_arch = "wasm32")]
mod queue_list;
#[cfg(target_arch = "wasm32")]
mod told;

/// Words with dots between them, which wrap after a dot and never before one, nor behind a number.
#[cfg(any(target_arch = "wasm32", test))]
fn dots_stay(words: &str) -> String {
    let mut said = String::with_capacity(words.len() + 8);
    for word in words.split(' ') {
        let follows_number = said
            .rsplit([' ', '\u{a0}'])
            .next()
            .is_some_and(|last| last.starts_with(|letter: char| letter.is_ascii_digit()));
        if !said.is_empty() {
            said.push(if word == "·" || word.contains('/') || follows_number {
                '\u{a0}'
            } else {
                ' '
            });
        }
        said.push_str(word);
    }
    said
}

#[cfg(target_arch = "wasm32")]
pub use attention::SyncAttention;
#[cfg(target_arch = "wasm32")]
pub use page::SyncPage;

#[cfg(test)]
mod tests {
    use super::dots_stay;

    #[test]
    fn a_line_ends_after_a_dot_and_no_number_stands_alone() {
        let said = dots_stay("Đã lưu 7 thay đổi · 1 chưa gửi · Tháng 11/2026");
        assert_eq!(
            said.replace('\u{a0}', "_"),
            "Đã lưu 7_thay đổi_· 1_chưa gửi_· Tháng_11/2026"
        );
    }
}
