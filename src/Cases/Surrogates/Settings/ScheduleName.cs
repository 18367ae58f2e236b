namespace Sci.Cases;

/// <summary>How a learning rate changes over a training.</summary>
public enum ScheduleName
{
    /// <summary>Up by a cosine, then down by a longer one (Smith and Topin).</summary>
    OneCycle,

    /// <summary>Halved after every tenth of the training.</summary>
    Halving,

    /// <summary>1 / (1 + t/2), t in fifths of the training.</summary>
    InverseTime,

    /// <summary>The same throughout.</summary>
    Constant,
}
