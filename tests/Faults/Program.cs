using Sci.Faults;

return args is ["worker", var trial, var folder, var seed]
    ? Worker.Serve(trial, folder, ulong.Parse(seed, System.Globalization.CultureInfo.InvariantCulture))
    : FaultCampaign.Execute(args);
