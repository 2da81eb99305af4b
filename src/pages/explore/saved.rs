//! Views of the explorer that are kept by a name, on this device: a name and the address behind it.

/// A view with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What it is called.
    pub name: String,
    /// The address, without its bloc.
    pub address: String,
}

/// Between a name and its address, and between views: no name and no address holds a line break or a tab.
const BETWEEN: char = '\t';
const AFTER: char = '\n';

/// Views as they are kept.
pub fn write(views: &[Saved]) -> String {
    let clean = |text: &str| text.replace([BETWEEN, AFTER], " ");
    let line = |view: &Saved| format!("{}{BETWEEN}{}{AFTER}", clean(&view.name), clean(&view.address));
    views.iter().map(line).collect()
}

/// Views from what was kept; lines that are none are left out.
pub fn read(text: &str) -> Vec<Saved> {
    let view = |line: &str| {
        let (name, address) = line.split_once(BETWEEN)?;
        Some(Saved {
            name: name.to_owned(),
            address: address.to_owned(),
        })
    };
    text.lines().filter_map(view).collect()
}

/// The views with one more; one of the same name gives way to it.
pub fn with(mut views: Vec<Saved>, view: Saved) -> Vec<Saved> {
    views.retain(|other| other.name != view.name);
    views.push(view);
    views
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(name: &str, address: &str) -> Saved {
        Saved {
            name: name.to_owned(),
            address: address.to_owned(),
        }
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let views = vec![
            view("Kết nạp\ttheo quý", "/explore?form=admission"),
            view("Kiểm tra", "/explore?of=a"),
        ];
        let again = read(&write(&views));
        assert_eq!(again[0].name, "Kết nạp theo quý");
        assert_eq!(again[1], views[1]);
        assert_eq!(read("no view\n"), []);
    }

    #[test]
    fn a_name_stands_once() {
        let views = with(vec![view("a", "1"), view("b", "2")], view("a", "3"));
        assert_eq!(views, [view("b", "2"), view("a", "3")]);
    }
}
