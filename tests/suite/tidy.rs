//! House rules that the compiler doesn't know.

use std::path::{Path, PathBuf};

/// Files longer than this are a question: is it still one room?
const LONGEST_FILE: usize = 400;

/// Longer files, each with its reason. This list may only shrink.
const LONGER: &[(&str, &str)] = &[];

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

fn read_all() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()))
        .collect()
}

#[test]
fn every_file_is_one_room() {
    let mut long = Vec::new();
    for (path, text) in read_all() {
        let shown = path.display().to_string();
        let excused = LONGER.iter().any(|(name, _)| *name == shown);
        let is_test = shown.ends_with("tests.rs");
        let code = text
            .split("#[cfg(test)]\nmod tests {")
            .next()
            .unwrap_or_default();
        if code.lines().count() > LONGEST_FILE && !excused && !is_test {
            long.push(format!("{shown}: {} lines", code.lines().count()));
        }
    }
    assert!(
        long.is_empty(),
        "over {LONGEST_FILE} lines:\n{}",
        long.join("\n")
    );
}

#[test]
fn every_module_says_what_lives_in_it() {
    let silent: Vec<String> = read_all()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(
        silent.is_empty(),
        "no //! at the top:\n{}",
        silent.join("\n")
    );
}

#[test]
fn no_shapeless_names() {
    for (path, _) in read_all() {
        let name = path.display().to_string();
        for word in ["utils", "helper", "manager", "common", "misc"] {
            assert!(
                !name.contains(word),
                "{name}: `{word}` says nothing; name the thing"
            );
        }
    }
}

#[test]
fn every_test_file_is_listed() {
    let listed = std::fs::read_to_string("tests/suite/main.rs").unwrap();
    for entry in std::fs::read_dir("tests/suite").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let module = name.trim_end_matches(".rs");
        if module != "main" {
            assert!(
                listed.contains(&format!("mod {module};")),
                "tests/suite/{name} is not in main.rs"
            );
        }
    }
}

#[test]
fn the_top_level_is_the_layout_that_was_asked_for() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "keymaps",
        "seed-data",
        "tests",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "target",
    ];
    for entry in std::fs::read_dir(".").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            name.starts_with('.') || allowed.contains(&name.as_str()),
            "`{name}` does not belong at the top level"
        );
    }
}

#[test]
fn every_message_is_used() {
    let files = read_all();
    let all: String = files
        .iter()
        .map(|(_, text)| text.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    let mut unused = Vec::new();
    for (path, text) in &files {
        let Some(at) = text.find("messages! {") else {
            continue;
        };
        if path.ends_with("text/lang.rs") {
            continue;
        }
        let block = text[at..].split("\n}").next().unwrap_or_default();
        for line in block.lines() {
            let line = line.trim();
            let name: String = line
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                .collect();
            let is_message = !name.is_empty()
                && line[name.len()..].trim_start().starts_with('(')
                && line.ends_with('{') | line.contains("zh:");
            if is_message {
                let calls = all.matches(&format!("{name}(")).count()
                    + all.matches(&format!("::{name},")).count()
                    + all.matches(&format!("::{name})")).count();
                if calls < 2 {
                    unused.push(format!("{}: {name}", path.display()));
                }
            }
        }
    }
    assert!(
        unused.is_empty(),
        "messages that nothing shows:\n{}",
        unused.join("\n")
    );
}

/// Both languages are complete by construction (`messages!` and `labels!` do not compile with one missing); this holds
/// that the Chinese text is Chinese and the English one is not.
#[test]
fn messages_are_in_the_language_they_claim() {
    let mut wrong = Vec::new();
    for (path, text) in read_all() {
        if path.ends_with("text/lang.rs") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            for (key, want_han) in [("zh: \"", true), ("en: \"", false)] {
                let Some(at) = line.find(key) else { continue };
                let value = &line[at + key.len()..];
                let value = &value[..value
                    .find("\", en:")
                    .or_else(|| value.rfind('"'))
                    .unwrap_or(value.len())];
                let has_letters = value.chars().any(char::is_alphabetic);
                let has_han = value.chars().any(zhipei::text::fold::is_han);
                let product_only = value
                    .replace("zhipei", "")
                    .chars()
                    .all(|c| !c.is_alphabetic() || c == '{' || c == '}');
                if !want_han && has_han && !value.contains("职配") && !value.contains('（') {
                    wrong.push(format!(
                        "{}:{}: Chinese in the English text: {value}",
                        path.display(),
                        number + 1
                    ));
                }
                if want_han && has_letters && !has_han && !product_only && !value.contains('{') {
                    wrong.push(format!(
                        "{}:{}: no Chinese in the Chinese text: {value}",
                        path.display(),
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
