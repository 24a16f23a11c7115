"""Opens pages in headless Chromium and says, as JSON, what axe-core and the browser find wrong with them.

usage: check_page.py PAGE ...

For each page: axe's violations in light and in dark (WCAG 2.2 AA and its best practices), messages of the console, whether the page is
wider than a telephone, what a keyboard reaches, and what pointing at an area of a map says and marks.
"""

import json
import shutil
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def chromium():
    for name in ["chromium", "chromium-browser", "google-chrome"]:
        if path := shutil.which(name):
            return path
    sys.exit("no browser")


def look(browser, path):
    found = {"page": Path(path).name, "violations": [], "console": []}
    for scheme in ["light", "dark"]:
        # axe is put into the page, which its Content-Security-Policy forbids everybody else.
        context = browser.new_context(
            color_scheme=scheme, viewport={"width": 1440, "height": 900}, bypass_csp=True)
        page = context.new_page()
        page.goto(Path(path).absolute().as_uri())
        results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
        for violation in results.response["violations"]:
            found["violations"].append(
                f"{scheme}: {violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:300]}")
        context.close()
    # As a reader has it, with the policy in force.
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.on("console", lambda message: found["console"].append(message.text))
    page.on("pageerror", lambda error: found["console"].append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else found["console"].append(
        f"asks for {request.url}"))
    page.goto(Path(path).absolute().as_uri())
    found["wider_than_telephone"] = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth")
    found["dead_links"] = page.evaluate(
        "[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
        ".filter(h => h.startsWith('#') && !document.getElementById(h.slice(1)))")
    found["repeated_ids"] = page.evaluate(
        "(() => {const all = [...document.querySelectorAll('[id]')].map(e => e.id);"
        "return all.filter((id, n) => all.indexOf(id) !== n)})()")
    area = page.locator("svg a[id]").first
    if area.count():
        area.focus()
        label = area.get_attribute("aria-label")
        found["said"] = page.evaluate("document.activeElement.closest('figure').querySelector('.said').textContent") == label
        number = area.get_attribute("data-n")
        found["row_marked"] = page.evaluate(f"document.querySelectorAll('tr.on[data-n=\"{number}\"]').length > 0")
        page.keyboard.press("Enter")
        found["row_reached"] = page.evaluate("location.hash") == area.get_attribute("href")
    search = page.locator("#search")
    if search.count():
        rows = page.locator("#reports tbody tr")
        found["rows"] = rows.count()
        search.fill(rows.nth(1).locator("th").inner_text())
        found["rows_found"] = page.locator("#reports tbody tr:visible").count()
        search.fill("")
        page.locator("#reports thead button").nth(1).click()
        names = page.locator("#reports tbody tr td:nth-child(2)").all_inner_texts()
        found["is_sorted"] = [n.lower() for n in names] == sorted(n.lower() for n in names)
    context.close()
    return found


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
    print(json.dumps([look(browser, path) for path in sys.argv[1:]], indent=1))
    browser.close()
