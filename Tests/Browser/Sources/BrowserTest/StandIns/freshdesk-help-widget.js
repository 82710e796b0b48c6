// Freshdesk's help widget: takes the place of the queue that the page has put there, and does what stands in it. Around
// the end of a token it calls the callback that came with it. It says nothing about a token that it refuses.
"use strict";
(function () {
  var queued = window.FreshworksWidget.q;
  var renewal = null;

  vendor.renew = function () {
    if (!renewal) { return false; }
    renewal();
    return true;
  };

  window.FreshworksWidget = function (call, options) {
    if (call === "authenticate") {
      if ("callback" in options && typeof options.callback !== "function") {
        throw new Error("FreshworksWidget: callback is no function");
      }
      renewal = options.callback || null;
      vendor.ask(options.token);
    } else if (call === "logout") {
      renewal = null;
      vendor.note("signed out");
    } else {
      throw new Error("FreshworksWidget: no call " + call);
    }
  };
  vendor.note("started", { widget_id: window.fwSettings.widget_id, queued: queued.length });
  queued.forEach(function (call) { window.FreshworksWidget.apply(null, call); });
  vendor.started();
})();
