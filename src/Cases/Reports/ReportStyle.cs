namespace Sci.Cases.Reports;

/// <summary>The look of a report: one column, for screens of any width and for paper.</summary>
internal static class ReportStyle
{
    public const string Sheet = """
        :root { color: #1a1a1a; background: #fff; font: 17px/1.55 Charter, "Bitstream Charter", "Source Serif 4", Cambria, Georgia, serif; }
        body { margin: 0; }
        main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.2rem 4rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.6rem; }
        h2 { font-size: 1.2rem; margin: 2.4rem 0 0.6rem; padding-bottom: 0.2rem; border-bottom: 1px solid #d8d8d8; }
        h3 { font-size: 0.8rem; font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; color: #666; margin: 0; }
        .lead { font-size: 1.1rem; margin: 0 0 1.4rem; }
        .notice { background: #fff6e0; border-left: 3px solid #e69f00; padding: 0.5rem 0.8rem; }
        .equation { background: #f6f7f9; border-radius: 4px; padding: 0.7rem 1rem; margin: 0.7rem 0; }
        .wide { overflow-x: auto; overflow-wrap: normal; }
        .equation p { margin: 0.35rem 0; text-align: center; font-size: 1.2em; }
        td .formula { white-space: nowrap; }
        sub, sup { font-size: 0.72em; line-height: 0; }
        sub { font-style: italic; }
        table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
        th { text-align: left; font-weight: 600; border-bottom: 1.5px solid #1a1a1a; }
        th, td { padding: 0.3rem 0.9rem 0.3rem 0; vertical-align: baseline; }
        tbody tr { border-bottom: 1px solid #e6e6e6; }
        .number { font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; }
        figure { margin: 1.6rem 0; break-inside: avoid; }
        .drawing { overflow-x: auto; }
        img { display: block; width: 100%; max-width: fit-content; height: auto; margin: 0 auto; }
        figcaption { font-size: 0.88rem; color: #444; margin-top: 0.5rem; }
        .files a { color: #0072b2; text-decoration: none; margin-left: 0.25rem; font-size: 0.8rem; }
        pre, code { font: 0.85em/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
        pre { background: #f6f7f9; border-radius: 4px; padding: 0.8rem 1rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
        summary { cursor: pointer; font-size: 0.8rem; color: #666; }
        @media (max-width: 40rem) {
        :root { font-size: 16px; }
        main { padding: 1.2rem 1rem 3rem; }
        h1 { font-size: 1.4rem; }
        .equation { padding: 0.6rem 0.7rem; }
        .equation p { font-size: 1.05em; text-align: left; padding-left: 1.2em; text-indent: -1.2em; }
        .drawing img { width: 30rem; max-width: none; margin: 0; }
        .metrics thead { display: none; }
        .metrics tr { display: grid; grid-template-columns: 1fr auto; padding: 0.35rem 0; }
        .metrics td { padding: 0 0.5rem 0 0; }
        .metrics td:last-child { grid-column: 1 / -1; color: #666; font-size: 0.9em; }
        ul { padding-left: 1.2rem; }
        }
        @media print { :root { font-size: 10.5pt; } main { max-width: none; padding: 0; } .wide, .drawing { overflow: visible; } tr, .equation { break-inside: avoid; } .drawing img { width: 100%; max-width: fit-content; margin: 0 auto; } details, .files { display: none; } h2 { break-after: avoid; } }
        """;
}
