// The script of every public page: these files in this order. pages/bundles.py joins them into site.min.js.
import "./contents.js";
import "./suggest.js";
import "./comments.js";
