// Freshdesk Web Chat: one call with the widget and the token. A token that is refused makes the widget disappear
// without a word.
"use strict";
window.fdWidget = {
  init: function (settings) {
    var wanted = ["host", "jwtAuthToken", "token", "widgetId"];
    if (Object.keys(settings).sort().join() !== wanted.join()) {
      throw new Error("fdWidget.init takes " + wanted.join(", "));
    }
    vendor.note("started", { host: settings.host, token: settings.token, widgetId: settings.widgetId });
    vendor.ask(settings.jwtAuthToken);
  }
};
