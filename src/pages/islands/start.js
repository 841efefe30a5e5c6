// Islands of the pages: small scripts that add to what works without them. Each is closed in itself; they meet in two places:
// the event "parley:page", sent when a page or a new content of it is there, and parley.go, which fetches a page into this one.
// @ts-check
"use strict";
document.documentElement.classList.add("scripted");
addEventListener("DOMContentLoaded", () => document.dispatchEvent(new CustomEvent("parley:page")));
