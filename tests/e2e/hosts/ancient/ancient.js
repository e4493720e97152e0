// A browser that lacks something the element needs.
delete window[document.currentScript.dataset.lacks];
