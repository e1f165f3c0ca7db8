package arcade.media;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an SVG may contain: shapes, paint and text. Nothing that runs, loads, links or is styled from elsewhere. */
final class SvgRules {
    static final String SVG = "http://www.w3.org/2000/svg";
    static final String XLINK = "http://www.w3.org/1999/xlink";

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "pattern",
            "symbol",
            "use");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "d",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "fx",
            "fy",
            "fr",
            "dx",
            "dy",
            "rotate",
            "width",
            "height",
            "viewBox",
            "preserveAspectRatio",
            "version",
            "points",
            "transform",
            "pathLength",
            "offset",
            "textLength",
            "lengthAdjust",
            "gradientUnits",
            "gradientTransform",
            "spreadMethod",
            "clipPathUnits",
            "maskUnits",
            "maskContentUnits",
            "patternUnits",
            "patternContentUnits",
            "patternTransform",
            "fill",
            "fill-opacity",
            "fill-rule",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-opacity",
            "opacity",
            "color",
            "stop-color",
            "stop-opacity",
            "clip-path",
            "clip-rule",
            "mask",
            "display",
            "visibility",
            "vector-effect",
            "paint-order",
            "shape-rendering",
            "font-family",
            "font-size",
            "font-weight",
            "font-style",
            "letter-spacing",
            "text-anchor",
            "dominant-baseline",
            "role");
    private static final Pattern INNER = Pattern.compile("#[\\w.-]{1,100}");
    private static final Pattern INNER_URL = Pattern.compile("url\\(\\s*['\"]?#[\\w.-]{1,100}['\"]?\\s*\\)");

    private SvgRules() {}

    static boolean allowsElement(String namespace, String name) {
        return SVG.equals(namespace) && ELEMENTS.contains(name);
    }

    /** {@code href} may only point into the same picture. */
    static boolean allowsAttribute(String namespace, String name, String value) {
        boolean own = namespace == null || namespace.isEmpty();
        if (name.equals("href") && (own || XLINK.equals(namespace))) {
            return INNER.matcher(value).matches();
        }
        return own && ATTRIBUTES.contains(name) && isHarmless(value);
    }

    private static boolean isHarmless(String value) {
        String rest = INNER_URL.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
        return !rest.contains("url") && !rest.contains("script:") && !rest.contains("data:") && !rest.contains("\\");
    }
}
