//! The layers hold: every `use` line and every `crate::…` path in `src/` goes only where the layer may go.
//!
//! A new module fails until it stands in `LAYERS`. Comments and string literals do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Module → modules of ours that it may use (itself always).
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("domain", &["text"]),
    ("keymap", &["text"]),
    ("matching", &["domain", "text"]),
    ("seed", &["domain", "text"]),
    ("exchange", &["domain", "text"]),
    ("store", &["domain", "text"]),
    (
        "office",
        &["store", "exchange", "seed", "matching", "domain", "text"],
    ),
    ("effect", &["domain", "text"]),
    ("ui", &["effect", "keymap", "domain", "text"]),
    ("runtime", &["effect", "office", "domain", "text"]),
    ("terminal", &["ui", "keymap", "effect", "domain", "text"]),
    (
        "cli",
        &[
            "app", "office", "runtime", "keymap", "ui", "exchange", "domain", "text",
        ],
    ),
    (
        "app",
        &[
            "terminal", "ui", "keymap", "effect", "runtime", "office", "domain", "text",
        ],
    ),
    ("main", &["app", "cli", "zhipei"]),
];

/// Crate → the modules that may name it. A crate that is not here may be used anywhere.
const CRATES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("crossterm", &["terminal"]),
    ("signal_hook", &["terminal"]),
    ("ratatui", &["ui", "terminal"]),
    ("tui_input", &["ui"]),
    ("calamine", &["exchange"]),
    ("csv", &["exchange"]),
    ("rust_xlsxwriter", &["exchange"]),
    // The palette reads pinyin initials off the order of GB 2312.
    ("encoding_rs", &["exchange", "ui"]),
    ("clap", &["cli", "main"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("directories", &["app", "office"]),
    ("fuzzy_matcher", &["matching", "ui"]),
    ("getrandom", &["store"]),
    (
        "serde",
        &["cli", "exchange", "keymap", "seed", "store", "app"],
    ),
    ("serde_json", &["cli", "exchange", "store"]),
];

/// Words that may stand in one place only.
const WORDS: &[(&str, &[&str])] = &[
    ("SystemTime::now", &["src/runtime/clock.rs"]),
    (
        "Instant::now",
        &["src/runtime/clock.rs", "src/terminal/", "src/store/"],
    ),
    ("Local::now", &["src/runtime/clock.rs"]),
    ("Utc::now", &["src/runtime/clock.rs"]),
    ("thread::sleep", &["src/store/", "src/runtime/"]),
];

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The code without comments, string and character literals.
fn bare(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let chars: Vec<char> = code.chars().collect();
    let mut i = 0;
    while i < chars.len() {
        let rest = &chars[i..];
        if rest.starts_with(&['/', '/']) {
            while i < chars.len() && chars[i] != '\n' {
                i += 1;
            }
        } else if rest.starts_with(&['/', '*']) {
            i += 2;
            while i < chars.len() && !chars[i..].starts_with(&['*', '/']) {
                i += 1;
            }
            i += 2;
        } else if chars[i] == 'r'
            && matches!(rest.get(1), Some('"' | '#'))
            && !out.ends_with(|c: char| c.is_alphanumeric() || c == '_')
        {
            let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
            if rest.get(1 + hashes) == Some(&'"') {
                let close: Vec<char> = std::iter::once('"')
                    .chain(std::iter::repeat_n('#', hashes))
                    .collect();
                i += 2 + hashes;
                while i < chars.len() && !chars[i..].starts_with(&close) {
                    i += 1;
                }
                i += close.len();
            } else {
                out.push('r');
                i += 1;
            }
        } else if chars[i] == '"' {
            i += 1;
            while i < chars.len() && chars[i] != '"' {
                i += if chars[i] == '\\' { 2 } else { 1 };
            }
            i += 1;
            out.push_str("\"\"");
        } else if chars[i] == '\'' && (rest.get(2) == Some(&'\'') || rest.get(1) == Some(&'\\')) {
            i += if rest.get(1) == Some(&'\\') { 3 } else { 2 };
            while i < chars.len() && chars[i] != '\'' {
                i += 1;
            }
            i += 1;
        } else {
            out.push(chars[i]);
            i += 1;
        }
    }
    out
}

/// Our own top-level modules that the code names: `crate::x`, `crate::{x, y::z}`, `zhipei::x`.
fn modules_named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for root in ["crate::", "zhipei::"] {
        for (at, _) in code.match_indices(root) {
            // `$crate::` in our macros and longer words ending in the root are the same path.
            let rest = &code[at + root.len()..];
            if let Some(group) = rest.strip_prefix('{') {
                let mut depth = 1;
                let mut word = String::new();
                let mut at_start = true;
                for c in group.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        _ => {}
                    }
                    if depth == 1 && (c.is_alphanumeric() || c == '_') && at_start {
                        word.push(c);
                    } else {
                        if !word.is_empty() {
                            named.insert(std::mem::take(&mut word));
                        }
                        at_start = depth == 1 && (c == ',' || (at_start && c.is_whitespace()));
                    }
                    if depth == 0 {
                        break;
                    }
                }
            } else {
                named.insert(
                    rest.chars()
                        .take_while(|c| c.is_alphanumeric() || *c == '_')
                        .collect(),
                );
            }
        }
    }
    named.remove("");
    named
}

fn module_of(path: &Path) -> String {
    let relative = path.strip_prefix("src").unwrap();
    let first = relative
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_str()
        .unwrap();
    first.trim_end_matches(".rs").to_owned()
}

fn names_crate(code: &str, name: &str) -> bool {
    let path = format!("{name}::");
    code.match_indices(&path)
        .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
        || code.contains(&format!("::{name}::")) && name == "crossterm"
}

/// Every breach in one file, in words.
fn breaches(path: &Path, code: &str) -> Vec<String> {
    let shown = path.display();
    let module = module_of(path);
    let mut found = Vec::new();
    let layers: BTreeMap<_, _> = LAYERS.iter().copied().collect();
    if module == "lib" {
        return found;
    }
    let Some(allowed) = layers.get(module.as_str()) else {
        return vec![format!(
            "{shown}: module `{module}` is on no list; place it in LAYERS with a reason"
        )];
    };
    for named in modules_named(code) {
        let macro_name = !layers.contains_key(named.as_str()) && named != "zhipei";
        if named != module && !macro_name && !allowed.contains(&named.as_str()) {
            found.push(format!("{shown}: `{module}` may not use `{named}`"));
        }
    }
    for (name, homes) in CRATES {
        if names_crate(code, name) && !homes.contains(&module.as_str()) {
            found.push(format!("{shown}: the crate `{name}` belongs in {homes:?}"));
        }
    }
    for (word, homes) in WORDS {
        let here = path.to_str().unwrap();
        if code.contains(word) && !homes.iter().any(|home| here.starts_with(home)) {
            found.push(format!("{shown}: `{word}` belongs in {homes:?}"));
        }
    }
    found
}

#[test]
fn every_module_stays_in_its_layer() {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    assert!(files.len() > 20, "run from the package's folder");
    let found: Vec<String> = files
        .iter()
        .filter(|path| path.file_name().is_none_or(|n| n != "tests.rs"))
        .flat_map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            // Unit tests at the end of a file may reach further than the code.
            let code = text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default();
            breaches(path, &bare(code))
        })
        .collect();
    assert!(found.is_empty(), "layers are broken:\n{}", found.join("\n"));
}

#[test]
fn the_test_itself_sees_a_breach() {
    let see = |path: &str, code: &str| breaches(Path::new(path), &bare(code));
    assert_eq!(see("src/domain/x.rs", "use crate::store::Store;").len(), 1);
    assert_eq!(
        see(
            "src/ui/x.rs",
            "use crate::{domain::ids, text,\n runtime::clock};"
        )
        .len(),
        1
    );
    assert_eq!(
        see(
            "src/ui/x.rs",
            "fn f() { let _ = ratatui::crossterm::event::read(); }"
        )
        .len(),
        1
    );
    assert_eq!(see("src/ui/x.rs", "use rusqlite::Connection;").len(), 1);
    assert_eq!(
        see("src/helpers/x.rs", "").len(),
        1,
        "an unknown module is a breach"
    );
    assert_eq!(
        see("src/cli/x.rs", "let t = std::time::SystemTime::now();").len(),
        1
    );
    assert!(
        see(
            "src/domain/x.rs",
            "// use crate::store\nlet s = \"crate::store::x\"; use crate::text::fold;"
        )
        .is_empty()
    );
}

#[test]
fn no_layer_uses_a_higher_one_in_a_circle() {
    let layers: BTreeMap<_, _> = LAYERS.iter().copied().collect();
    fn reach<'a>(
        from: &'a str,
        layers: &BTreeMap<&'a str, &'a [&'a str]>,
        seen: &mut BTreeSet<&'a str>,
    ) {
        for next in layers.get(from).copied().unwrap_or_default() {
            if seen.insert(next) {
                reach(next, layers, seen);
            }
        }
    }
    for (module, _) in LAYERS {
        let mut seen = BTreeSet::new();
        reach(module, &layers, &mut seen);
        assert!(!seen.contains(module), "`{module}` reaches itself");
    }
}
