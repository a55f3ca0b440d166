//! Named styles. Nothing else names a colour, and no style stands without a word or sign beside it.

use ratatui::{
    style::{Color, Modifier, Style},
    symbols::border,
};

/// The themes that settings and `--theme` name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// For dark windows.
    #[default]
    Dark,
    /// For light windows.
    Light,
    /// Black, white and yellow, everything bold.
    HighContrast,
    /// No colour at all; also where `NO_COLOR` is set.
    Mono,
}

impl ThemeName {
    /// Every theme with its name.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("high-contrast", Self::HighContrast),
        ("mono", Self::Mono),
    ];

    /// Reads a name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(name, _)| *name == text)
            .map(|(_, theme)| *theme)
    }
}

/// Styles by what they mean, and the border that this console draws well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Theme {
    pub(crate) text: Style,
    /// Of lesser weight: labels, hints, what is greyed.
    pub(crate) dim: Style,
    pub(crate) title: Style,
    /// The row that keys act on.
    pub(crate) selected: Style,
    /// That row while another pane has the focus.
    pub(crate) selected_away: Style,
    /// The letters that were found.
    pub(crate) found: Style,
    pub(crate) key: Style,
    pub(crate) good: Style,
    pub(crate) bad: Style,
    pub(crate) unknown: Style,
    pub(crate) bar: Style,
    /// Space of a text field with the focus.
    pub(crate) field: Style,
    /// Borders that are safe in this console.
    pub(crate) ascii: bool,
}

const ASCII_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

impl Theme {
    /// The theme of a name. With `no_color` (the variable of that name is set and not empty) every
    /// colour goes and reverse, bold and underline stay: the selected row must still be seen.
    pub(crate) fn new(name: ThemeName, no_color: bool, ascii: bool) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let reverse = plain.add_modifier(Modifier::REVERSED);
        let mono = Self {
            text: plain,
            dim: plain,
            title: bold,
            selected: reverse,
            selected_away: bold,
            found: plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            key: bold,
            good: plain,
            bad: bold,
            unknown: plain.add_modifier(Modifier::UNDERLINED),
            bar: reverse,
            field: plain.add_modifier(Modifier::UNDERLINED),
            ascii,
        };
        let name = if no_color { ThemeName::Mono } else { name };
        match name {
            ThemeName::Mono => mono,
            ThemeName::Dark => Self {
                dim: plain.fg(Color::Gray),
                title: bold.fg(Color::Cyan),
                selected: bold.fg(Color::White).bg(Color::Blue),
                found: bold.fg(Color::Yellow).add_modifier(Modifier::UNDERLINED),
                key: plain.fg(Color::Cyan),
                good: plain.fg(Color::Green),
                bad: plain.fg(Color::LightRed),
                unknown: plain.fg(Color::Yellow),
                bar: plain.fg(Color::White).bg(Color::DarkGray),
                ..mono
            },
            ThemeName::Light => Self {
                text: plain.fg(Color::Black).bg(Color::White),
                // Dark enough on white; the grey of sixteen colours is not, in many windows.
                dim: plain.fg(Color::Indexed(238)).bg(Color::White),
                title: bold.fg(Color::Blue).bg(Color::White),
                selected: bold.fg(Color::White).bg(Color::Blue),
                selected_away: bold
                    .fg(Color::Black)
                    .bg(Color::White)
                    .add_modifier(Modifier::UNDERLINED),
                found: bold
                    .fg(Color::Red)
                    .bg(Color::White)
                    .add_modifier(Modifier::UNDERLINED),
                key: plain.fg(Color::Blue).bg(Color::White),
                good: plain.fg(Color::Green).bg(Color::White),
                bad: plain.fg(Color::Red).bg(Color::White),
                unknown: plain.fg(Color::Magenta).bg(Color::White),
                bar: plain.fg(Color::White).bg(Color::Black),
                field: plain
                    .fg(Color::Black)
                    .bg(Color::White)
                    .add_modifier(Modifier::UNDERLINED),
                ascii,
            },
            ThemeName::HighContrast => {
                let white = bold.fg(Color::White).bg(Color::Black);
                let yellow = bold.fg(Color::LightYellow).bg(Color::Black);
                Self {
                    text: white,
                    dim: white,
                    title: yellow,
                    selected: bold.fg(Color::Black).bg(Color::LightYellow),
                    selected_away: white.add_modifier(Modifier::UNDERLINED),
                    found: yellow.add_modifier(Modifier::UNDERLINED),
                    key: yellow,
                    good: white,
                    bad: yellow,
                    unknown: white.add_modifier(Modifier::UNDERLINED),
                    bar: bold.fg(Color::Black).bg(Color::White),
                    field: white.add_modifier(Modifier::UNDERLINED),
                    ascii,
                }
            }
        }
    }

    /// The border set: plain lines, or ASCII where the console draws lines two cells wide.
    pub(crate) fn border(&self) -> border::Set<'static> {
        if self.ascii {
            ASCII_BORDER
        } else {
            border::PLAIN
        }
    }

    /// A horizontal rule's sign.
    pub(crate) fn rule(&self) -> &'static str {
        if self.ascii { "-" } else { "─" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_windows_have_no_grey_on_grey() {
        let theme = Theme::new(ThemeName::Light, false, false);
        let styles = [
            theme.text,
            theme.dim,
            theme.title,
            theme.selected,
            theme.selected_away,
            theme.found,
            theme.key,
            theme.good,
            theme.bad,
            theme.unknown,
            theme.bar,
            theme.field,
        ];
        let greys = [Color::Gray, Color::DarkGray];
        for style in styles {
            let colours = [style.fg, style.bg];
            assert!(colours.iter().all(|colour| colour.is_some()), "{style:?}");
            assert!(
                !colours.iter().flatten().any(|c| greys.contains(c)),
                "{style:?}"
            );
        }
    }
}
