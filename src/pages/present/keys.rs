//! Keys, and fingers, as what a person wants. A clicker sends the same keys as a keyboard.

use super::show::Action;

/// A key as the browser tells it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pressed<'a> {
    /// What it types: `b`, `PageDown`; `Process` while an input method for Vietnamese has it.
    pub key: &'a str,
    /// Where it is on the keyboard: `KeyB`.
    pub code: &'a str,
    /// With Shift.
    pub shift: bool,
    /// With Ctrl, Alt or ⌘: then it belongs to the browser.
    pub command: bool,
    /// A button or a link has the focus: Enter and Space press it.
    pub on_control: bool,
}

/// What a key asks for.
pub fn wanted(pressed: Pressed<'_>) -> Option<Action> {
    if pressed.command {
        return None;
    }
    let found = match pressed.key {
        "PageDown" | "ArrowRight" => Action::Next,
        "PageUp" | "ArrowLeft" | "Backspace" => Action::Back,
        "ArrowDown" => Action::Line { down: true },
        "ArrowUp" => Action::Line { down: false },
        " " | "Enter" if pressed.on_control => return None,
        " " if pressed.shift => Action::Back,
        " " => Action::Next,
        "Enter" => Action::Enter,
        "Home" => Action::First,
        "End" => Action::Last,
        "." => Action::Blank,
        "?" => Action::Help,
        "Escape" => Action::Out,
        // What a clicker's "begin" sends. The browser would load the page anew.
        "F5" => Action::FullScreen,
        key => return digit(key).or_else(|| letter(pressed.code, key)),
    };
    Some(found)
}

fn digit(key: &str) -> Option<Action> {
    let mut signs = key.chars();
    match (signs.next(), signs.next()) {
        (Some(sign), None) if sign.is_ascii_digit() => Some(Action::Digit(sign)),
        _ => None,
    }
}

fn letter(code: &str, key: &str) -> Option<Action> {
    // By the place where there is one: an input method may hold the letter back.
    let letter = match code.strip_prefix("Key") {
        Some(letter) => letter.to_ascii_lowercase(),
        None => key.to_ascii_lowercase(),
    };
    Some(match letter.as_str() {
        "b" => Action::Blank,
        "f" => Action::FullScreen,
        "g" => Action::Number,
        "o" => Action::Overview,
        "r" => Action::Refresh,
        "n" => Action::Notes,
        "c" => Action::Preset,
        _ => return None,
    })
}

/// How far a finger goes before it is a swipe, in pixels.
const SWIPE: f64 = 48.0;

/// What a finger that went this far asks for.
pub fn swiped(across: f64, down: f64) -> Option<Action> {
    if across.abs() < SWIPE || across.abs() < down.abs() * 1.5 {
        return None;
    }
    Some(if across < 0.0 { Action::Next } else { Action::Back })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press<'a>(key: &'a str, code: &'a str) -> Pressed<'a> {
        Pressed {
            key,
            code,
            ..Pressed::default()
        }
    }

    #[test]
    fn clickers_and_keyboards() {
        for (key, action) in [
            ("PageDown", Action::Next),
            ("PageUp", Action::Back),
            ("ArrowRight", Action::Next),
            (" ", Action::Next),
            ("Home", Action::First),
            ("End", Action::Last),
            (".", Action::Blank),
            ("Escape", Action::Out),
            ("F5", Action::FullScreen),
            ("7", Action::Digit('7')),
        ] {
            assert_eq!(wanted(press(key, "")), Some(action), "{key}");
        }
        let back = Pressed {
            shift: true,
            ..press(" ", "Space")
        };
        assert_eq!(wanted(back), Some(Action::Back));
    }

    #[test]
    fn letters_count_by_their_place_whatever_they_type() {
        assert_eq!(wanted(press("Process", "KeyF")), Some(Action::FullScreen));
        assert_eq!(wanted(press("B", "KeyB")), Some(Action::Blank));
        assert_eq!(wanted(press("o", "")), Some(Action::Overview));
        assert_eq!(wanted(press("x", "KeyX")), None);
    }

    #[test]
    fn what_belongs_to_the_browser_or_to_a_button_is_left_to_it() {
        let reload = Pressed {
            command: true,
            ..press("r", "KeyR")
        };
        assert_eq!(wanted(reload), None);
        let on_button = |key| Pressed {
            on_control: true,
            ..press(key, "")
        };
        assert_eq!(wanted(on_button("Enter")), None);
        assert_eq!(wanted(on_button("PageDown")), Some(Action::Next));
    }

    #[test]
    fn fingers() {
        assert_eq!(swiped(-120.0, 10.0), Some(Action::Next));
        assert_eq!(swiped(120.0, -10.0), Some(Action::Back));
        assert_eq!(swiped(-60.0, 80.0), None);
        assert_eq!(swiped(20.0, 0.0), None);
    }
}
