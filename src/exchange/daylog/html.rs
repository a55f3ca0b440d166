//! The log as one self-contained page, A4 across, with signature lines. Fonts are the reader's own.

use super::{footer, headers, rows, title, words};
use crate::domain::daybook::Daybook;
use crate::text::{Lang, display};

const STYLE: &str = "@page { size: A4 landscape; margin: 10mm }\n\
body { font-family: SimSun, \"Songti SC\", \"Noto Serif CJK SC\", serif; font-size: 9pt; margin: 0 }\n\
h1 { font-size: 14pt; text-align: center; margin: 0 0 3mm }\n\
table { border-collapse: collapse; width: 100% }\n\
thead { display: table-header-group }\n\
tr { break-inside: avoid }\n\
th, td { border: 0.3pt solid #000; padding: 0.6mm 1mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }\n\
th { background: #eee; text-align: center }\n\
.sums { margin: 3mm 0 }\n\
.signatures { display: flex; justify-content: space-between; margin-top: 8mm }\n\
.signatures span { min-width: 60mm; border-bottom: 0.3pt solid #000; padding-bottom: 1mm }";

pub(super) fn page(book: &Daybook, lang: Lang) -> String {
    let title = escape(&title(book, lang));
    let tag = lang.pick("zh-CN", "en");
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n<table>\n<thead>\n"
    );
    line(&mut out, "th", &headers(lang));
    out.push_str("</thead>\n<tbody>\n");
    for row in rows(book, lang) {
        line(&mut out, "td", &row);
    }
    out.push_str("</tbody>\n</table>\n");
    for words in footer(book, lang) {
        out.push_str(&format!(
            "<p class=\"sums\">{}</p>\n",
            escape(&words.join("　"))
        ));
    }
    let signatures = [
        words::sign_worker(lang),
        words::sign_check(lang),
        words::sign_date(lang),
    ];
    out.push_str("<div class=\"signatures\">");
    for words in signatures {
        out.push_str(&format!("<span>{}</span>", escape(&words)));
    }
    out.push_str("</div>\n</body>\n</html>\n");
    out
}

fn line(out: &mut String, tag: &str, cells: &[String]) {
    out.push_str("<tr>");
    for cell in cells {
        out.push_str(&format!(
            "<{tag}>{}</{tag}>",
            escape(cell).replace('\n', "<br>")
        ));
    }
    out.push_str("</tr>\n");
}

fn escape(text: &str) -> String {
    display::block(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
