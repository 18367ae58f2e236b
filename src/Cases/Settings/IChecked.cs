namespace Sci.Cases.Settings;

/// <summary>Settings with rules that concern several of them.</summary>
public interface IChecked
{
    /// <summary>Adds what is wrong; called when every setting of the record is right by itself.</summary>
    void Check(Complaints complaints);
}
