// Ferndesk: init starts the widget without a user, also when it is called again; identify says who the user is.
// The messages are those of the vendor's page, but for the first, which it does not name.
"use strict";
(function () {
  var isStarted = false;

  window.Ferndesk = function (call, options) {
    if (call === "init") {
      vendor.note(isStarted ? "signed out" : "started", { widgetId: options.widgetId });
      isStarted = true;
    } else if (call === "identify") {
      if (!isStarted) { console.error("Ferndesk: identify before init"); return; }
      if (!options.jwt) { console.error("Ferndesk: identify requires a jwt"); return; }
      vendor.ask(options.jwt).then(function (verdict) {
        if (!verdict.accepted) { console.error("Ferndesk: identify failed - invalid jwt"); }
      });
    } else {
      throw new Error("Ferndesk: no call " + call);
    }
  };
})();
