//! Help texts in both languages, laid over the grammar, clap's own headings included.

mod texts;

use super::grammar::Cli;
use crate::text::Lang;
use clap::{Arg, ArgAction, Command, CommandFactory};
use texts::TEXTS;

crate::messages! {
    usage_heading() { zh: "用法：", en: "Usage: " }
    commands_heading() { zh: "命令：", en: "Commands:" }
    arguments_heading() { zh: "参数：", en: "Arguments:" }
    options_heading() { zh: "选项：", en: "Options:" }
    options_word() { zh: "[选项]", en: "[OPTIONS]" }
    command_word() { zh: "命令", en: "COMMAND" }
    help_flag() { zh: "显示这份说明（--help 更详细）", en: "Show this help (--help says more)" }
    version_flag() { zh: "显示版本", en: "Show the version" }
}

/// Options that every command has stand after its own.
const COMMON: usize = 500;
/// Help and version stand last.
const LAST: usize = 1000;

/// The grammar with its help in one language.
pub(super) fn command(lang: Lang) -> Command {
    lay(Cli::command(), "", lang)
}

/// The text of a command or an argument.
fn text(path: &str, argument: &str, lang: Lang) -> &'static str {
    let (own, shared) = if argument.is_empty() {
        (path.to_owned(), String::new())
    } else {
        (format!("{path} {argument}"), format!("* {argument}"))
    };
    let row = TEXTS
        .iter()
        .find(|(key, ..)| *key == own)
        .or_else(|| TEXTS.iter().find(|(key, ..)| *key == shared));
    row.map_or("", |(_, zh, en)| lang.pick(zh, en))
}

/// What stands where in a help text; only sections that have something in them.
fn template(command: &Command, lang: Lang) -> String {
    let mut template = format!("{{about}}\n\n{}{{usage}}\n", usage_heading(lang));
    let mut section = |heading: &str, tag: &str| {
        template.push_str(&format!("\n{heading}\n{{{tag}}}\n"));
    };
    if command.has_subcommands() {
        section(&commands_heading(lang), "subcommands");
    }
    if command.get_positionals().next().is_some() {
        section(&arguments_heading(lang), "positionals");
    }
    section(&options_heading(lang), "options");
    template
}

fn lay(command: Command, path: &str, lang: Lang) -> Command {
    let children: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    let arguments: Vec<String> = command
        .get_arguments()
        .map(|a| a.get_id().to_string())
        .collect();
    let mut command = command
        .about(text(path, "", lang))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(help_flag(lang).into_owned())
                .display_order(LAST),
        );
    if path.is_empty() {
        command = command.arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(version_flag(lang).into_owned())
                .display_order(LAST),
        );
    }
    for id in arguments {
        let help = text(path, &id, lang);
        command = command.mut_arg(id, |arg| {
            let takes_value = arg.get_action().takes_values();
            let arg = if arg.is_hide_short_help_set() {
                arg.long_help(help)
            } else {
                arg
            };
            let arg = arg.help(help);
            let arg = if arg.is_global_set() {
                arg.display_order(COMMON)
            } else {
                arg
            };
            if takes_value {
                arg.hide_default_value(true).hide_possible_values(true)
            } else {
                arg
            }
        });
    }
    for child in children {
        let below = format!("{path} {child}").trim_start().to_owned();
        command = command.mut_subcommand(child, |c| lay(c, &below, lang));
    }
    let template = template(&command, lang);
    command = command.help_template(template);
    // The usage line is clap's own but for its two English words.
    let usage = command.clone().render_usage().to_string();
    let usage = usage
        .trim_start_matches("Usage: ")
        .replace("[OPTIONS]", &options_word(lang))
        .replace("[COMMAND]", &format!("[{}]", command_word(lang)))
        .replace("<COMMAND>", &format!("<{}>", command_word(lang)));
    let prefix = if path.is_empty() {
        usage
    } else {
        let own = path.rsplit(' ').next().unwrap_or(path);
        let rest = usage.strip_prefix(own).unwrap_or(&usage);
        format!("zhipei {path}{rest}")
    };
    command.override_usage(prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(command: &Command, path: &str, each: &mut impl FnMut(&str, &str)) {
        each(path, "");
        for arg in command.get_arguments() {
            each(path, arg.get_id().as_str());
        }
        for child in command.get_subcommands() {
            let below = format!("{path} {}", child.get_name());
            walk(child, below.trim_start(), each);
        }
    }

    #[test]
    fn every_command_and_argument_is_explained_and_no_text_is_left_over() {
        let mut used = Vec::new();
        walk(&Cli::command(), "", &mut |path, argument| {
            assert!(
                !text(path, argument, Lang::Zh).is_empty(),
                "no help for `{path}` `{argument}`"
            );
            if argument.is_empty() {
                used.push(path.to_owned());
            } else {
                used.push(format!("{path} {argument}"));
                used.push(format!("* {argument}"));
            }
        });
        for (key, zh, en) in TEXTS {
            assert!(used.iter().any(|u| u == key), "nothing is called `{key}`");
            assert!(zh.chars().any(crate::text::fold::is_han), "{key}");
            assert!(!en.is_empty(), "{key}");
        }
    }

    #[test]
    fn an_option_and_a_command_of_one_name_are_told_apart() {
        assert!(text("", "operator", Lang::En).contains("Who acts"));
        assert!(text("operator", "", Lang::En).contains("add, list"));
    }

    /// Whether each `1窗口` that a help text lists is read as the value of its digit.
    fn listed_words_are_read<T: PartialEq + std::fmt::Debug>(
        argument: &str,
        by_digit: impl Fn(char) -> Option<T>,
        read: impl Fn(&str) -> Option<T>,
    ) {
        for lang in [Lang::Zh, Lang::En] {
            let list = text("contact add", argument, lang);
            let list = list.rsplit(['：', ':']).next().unwrap();
            let mut words = Vec::new();
            for word in list.split(' ').filter(|w| !w.is_empty()) {
                match word.parse::<u32>() {
                    Ok(_) => words.push(word.to_owned()),
                    Err(_) if lang == Lang::En => words.last_mut().unwrap().push_str(word),
                    Err(_) => words.push(word.to_owned()),
                }
            }
            assert!(words.len() > 5, "{words:?}");
            for word in words {
                let (digit, rest) = word.split_at(1);
                let value = by_digit(digit.chars().next().unwrap());
                assert!(value.is_some(), "{argument} {word}");
                assert_eq!(read(rest), value, "{argument} {word}");
                assert_eq!(read(&word), value, "{argument} {word}");
            }
        }
    }

    #[test]
    fn the_words_that_help_lists_are_accepted() {
        use crate::domain::contact::{Channel, Outcome, Party, Purpose, Reason};
        listed_words_are_read("channel", Channel::from_digit, Channel::parse_loose);
        listed_words_are_read("outcome", Outcome::from_digit, Outcome::parse_loose);
        listed_words_are_read("purpose", Purpose::from_digit, Purpose::parse_loose);
        listed_words_are_read("party", Party::from_digit, Party::parse_loose);
        listed_words_are_read("reason", Reason::from_digit, Reason::parse_loose);
    }

    #[test]
    fn help_in_chinese_has_no_heading_of_clap_left() {
        let help = command(Lang::Zh).render_long_help().to_string();
        for word in [
            "Usage",
            "Options",
            "Commands",
            "Arguments",
            "OPTIONS",
            "COMMAND",
            "Print",
        ] {
            assert!(!help.contains(word), "{word} in:\n{help}");
        }
        assert!(help.contains("--today"));
        assert!(
            !command(Lang::Zh)
                .render_help()
                .to_string()
                .contains("--today")
        );
    }

    #[test]
    fn the_grammar_is_sound() {
        command(Lang::En).debug_assert();
    }
}
